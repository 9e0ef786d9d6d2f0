"""`nb completion`: the script that makes the shell complete."""

import click
from click.shell_completion import get_completion_class

from .output import echo


@click.command(short_help="The script that makes your shell complete.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script for a shell; it completes commands, options, names, promise ids, circles and tags.

    \b
      eval "$(nb completion bash)"          in ~/.bashrc
      eval "$(nb completion zsh)"           in ~/.zshrc
      nb completion fish | source           in ~/.config/fish/config.fish
    """
    root = context.find_root()
    name = root.info_name or "nb"
    made = get_completion_class(shell)
    assert made is not None
    echo(made(root.command, {}, name, "_NB_COMPLETE").source() + "\n")
