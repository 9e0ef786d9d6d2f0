"""English phrases: several words that are read as one, by their tags."""

from collections.abc import Callable, Mapping

from .english_words import gerund, third

# What is done for others with a verb and a word or two behind it: `see to`, `sees to`, `seeing to`.
_PHRASAL = ("see to,see about,see me right,see us right,see her right,see him right,see them right,see you right,step in,stand in,fill in,fill out,lay on,go halves,go over,go through,put up,put by,put together,chip in,pitch in,pull together,get on to"
            ",get onto,get on with,get round to,get hold of,take in,take down,take over,take along,take round,take across,work on,work up,circle back,touch base,report back,drop by,drop round,pop round,"
            "pop over,swing by,stop by,reach out,chase up,check in,check back,sort out,put in a word,put aside,set aside,look out,dig out,dig up,track down,hand over,find out,look after,look into,"
            "make sure,come round,come over,run through,run past,run over,talk through,talk round,walk through,square it,square things,square up"
            ",have a word,have words,have a look,have another look,have a go at,have a dig,have a rummage,have a read,have a think,keep back,keep an eye,keep an ear out,look over,look in on,come along,"
            "come and,come back,come up with,turn up with"
            ",make up,make good,settle up,pay up,make it up to,stump up,cough up,type up,write down,knock together,rustle up,round up,line up,leave out,leave it with,let have,give a hand,lend a hand")


def _phrasal(inflect: Callable[[str], str]) -> str:
    """Those verbs with another ending, between commas."""
    return ",".join(f"{inflect(verb)} {rest}" for verb, rest in (each.split(" ", 1) for each in _PHRASAL.split(",")))


# Several words that are one; between commas.
PHRASES: Mapping[str, str] = {
    "AWAY": "on leave,on annual leave",
    "DECLINED": "yeah nah,yeah no $,did n't say yes,did not say yes,cry off,crying off,pull out of,pulling out of,pull out $,pulling out $,bow out,bowing out,drop out of,drop out $,beg off,stand down,let him down,let her down,wriggled out,got out of it,"
            "ducked it,ducked out,weaselled out,wormed my way out,made my excuses,made excuses,demurred,dodged it,sidestepped it,fobbed him off,fobbed her off,fobbed them off,i 'm out,i am out,count me out,opted out,said absolutely not,said certainly not,said definitely not,laughed at,he laughed,she laughed,they laughed,said no,say no,says no,said nope,said no thanks,said no ta,told him no,told her no,"
            "told them no,declined,turned him down,turned her down,turned it down,turned them down,had to pass,no thanks,no thank you,no ta,not for me,begged off,bowed out,cried off,talked him out,"
            "talked her out",
    "HABIT": "third time,fourth time,umpteenth time,nth time,aye says,aye said,aye saying,keeps saying,keep saying,kept saying,keeps promising,keep promising,kept promising,keeps telling,kept telling,keeps on about,forever saying,forever promising,never stops saying,used to,a week,a month,a year,per week,per month,at weekends,most days,most weeks,every time,every single,each time,time and again",
    "FREE": "is free,'s free,are free,on the house,for nothing,no charge",
    "WORD": "ref letter,ref no,ref number,the will,a will,my will,living will",
    "AGO": "years ago,months ago,long ago",
    "HEARSAY": "according to,acc to,rumour has it,rumor has it,word is,on the radio,in the paper,on the news,on the grapevine",
    "BORROWED": "the loan of,a loan of,a lend of,the lend of",
    "WAS": "all well,in good form,on good form,good chat,nice chat,lovely chat,good catch up,good catch-up,good to see her,good to see him,good to see them,lovely to see her,lovely to see him,lovely to see them",
    "LIVING": "giving a paper,giving a talk,giving a lecture,giving a reading,giving a speech,giving a concert,giving a recital,giving birth,giving up,giving notice",
    "INHAND": "has it in hand,have it in hand,got it in hand,has it all in hand,has it covered,have it covered,has that in hand,has things in hand",
    "STILLTO": "still to,yet to",
    "READY": "ready for,ready to collect",
    "HALVES": "going halves,going shares,going dutch,splitting it,halving it",
    "STATE": "reminds me,reminded me,reminds us",
    "NOT": "wo n't,over my dead body,no way,no chance,not a chance,in his dreams,in her dreams,in their dreams,in your dreams,hell no",
    "WE": "one of us,the two of us,both of us,him and me,her and me,me and him,me and her,she and i,he and i,you and i",
    "GOING": "going to,gon na,fixin to,fixing to,fixin' to,about to",
    "MUST": "the least i can do is,least i can do is,'d better,had better,had best,need to,have to,have got to,'ve got to,need tae,have tae,got tae,has got to be me",
    "SHOULD": "ought to,supposed to,'m meant to,am meant to,are meant to",
    "NEEDS": "needs to,has to,needs me to,wants to,want to,would like to,would love to,'d like to,'d love to,'d rather,able to,tries to,trying to",
    "LETS": "let 's",
    "LETUS": "let us",
    "IDIOM": "the earth $,the moon $,the moon on a stick,give you what for,give him what for,give her what for,hold me to it,hold me to that,hold him to it,hold her to it,hold you to it,hold you to that,hold them to it,'s doing $,words of wisdom,rule of thumb,lesson learned,lesson learnt,note on,"
            "will tell you that,will add that,'ll tell you that,would add that,should add,should say,should mention,should point out,must confess,have to confess,must say,have to say,must admit,got to say,need to say,has to be said,have to admit,'ll admit,will admit,'ll say,'ll bet,"
            "'ll be damned",
    "ARRANGED": "booked and paid,booked & paid,booked + paid,paid and booked,booked and confirmed,is on with,is on for,'s on for,'s on with,still on for,back on for,on the calendar,in the diary,in the calendar,in diary",
    "WILL": "will not forget to,shall not forget to,'ll not forget to,wo n't forget to,sha n't forget to,will not fail to,shall not fail to,wo n't fail to,sha n't fail to",
    "GAIN": "get paid,be paid,get reimbursed,be reimbursed,get my,get our,get mine,get ours,get it back,be seen right,hear back,hear by,hear from,hear before,hear within",
    "COUNTON": "could count on me,may count on me,could rely on me,can rely on me,could depend on me,can depend on me",
    "OWED": "still due,still owing,long due,long overdue,well overdue",
    "KEPTFOR": "set aside for,put aside for,put by for,kept back for,reserved for,earmarked for",
    "FROM": "expected from,awaited from,due from,wanted from",
    "DUTY": "on duty,on call,on shift,on standby,on tea duty",
    "BACKTO": "back to",
    "GOESTO": "to go from our,to go from my,to go over to,to go across to,to go up to,to go down to,to go round to,to go out,to go back,to go off,to go in the post,due back to,due back with,to be returned to,due to go to",
    "ELSE": "someone else,somebody else,has swapped,'s swapped",
    "MYROUND": "i 'm buying $,i 'm treating $,i 'm paying $,i am buying $,my round,my shout,my treat,my turn",
    "HOPE": "do hope,did hope,do wish,do think,do believe,do wonder,plans to,plans on,means to,could have sworn,i thought,i think,keep meaning to,kept meaning to",
    "JOINT": "fix a date,fix a day,set a date,set a day,pick a date,pick a day,find a date,find a day,sort a date,agree a date,agree a day,mock interview,dry run,run through $",
    "DONE": "here already,already here,already sent,already paid,already done,already in,already posted,already gave,already given",
    "ASIDE": "did n't say when,did not say when,did n't say how,did n't say which,did n't ask,did not ask,did n't mention,did n't mind,did not mind,did n't have the heart,did n't want,did n't need,did n't know,did n't like,did n't argue,did n't charge,"
             "did n't stay,did n't press,did n't get a chance,did n't take long,did n't dare,did n't name a day,did n't feel,did n't look,did n't sound,did n't seem,did n't buy,did n't think,did n't have,did n't talk,did n't see",
    "DOWNTO": "down to",
    "MEETING": "meeting,seeing",
    "MYCOURT": "in my court,my move,over to me,falls to me",
    "HISCOURT": "in her court,in his court,in their court,'s court,over to him,over to her,over to them",
    "NEXTONE": "next call,next session,next meeting,next chat,next lesson,next rehearsal,next visit",
    "COMEOVER": "coming over,coming round,coming by,coming to ours,comes over,comes round,dropping by,dropping round,popping round,popping over",
    "SIGNEDUP": "down for,bagsied,bagsy,called dibs on,dibs on,bags i,put her name down for,put his name down for,put their name down for,put their names down for,put herself down for,put himself down for,put themselves down for,stuck his hand up for,stuck her hand up for,put his hand up for,put her hand up for,"
             "put his hand up to,put her hand up to,tasked with,put my hand up for,put my hand up to,stuck my hand up for,put myself down for,put my name down for,signed up for,let myself in for,volunteered for,i 'm in for,i am in for",
    "OFTEN": "more often,all the time,in future,more than i do,more than i have,more than we do,more than we have",
    "ACTING": "getting back to,getting back,having him,having her,having them," + _phrasal(gerund),
    "ACTS": _phrasal(third),
    "GOTTO": "got to",
    "MYWORD": "my promise,my word,me word",
    "GIVEME": "gie me till,gie me until,gies till,give us till,give us until,let me have till,let me have until,give me till,give me until,give me to,gimme till,gimme until",
    "INFOR": "in for,good for",
    "VOLUNTEERED": "volunteered me,volunteered us,signed me up,roped me in,nominated me",
    "SAY": "let slip,let it slip,let on",
    "ISMINE": "is mine,'s mine,are mine",
    "MYJOB": "is my responsibility,'s my responsibility,are my responsibility,is my lookout,'s my lookout,is my problem,'s my problem,is my department,'s my department,are my department,is my job,'s my job,are my job,is down to me,'s down to me,are down to me",
    "DUEA": "due a,due an",
    "HASGOT": "has got,'s got,have got,'ve got",
    "GETBACK": _PHRASAL + ",call bk,ring bk,phone bk,text bk,email bk,mail bk,write bk,get bk,call back,ring back,phone back,write back,text back,email back,get back to,get back with,get back,follow up,let him know,let her know,let them know,let you know,let everyone know,think about it,think it over,have a think,give it some thought,sleep on it,see what he can do,see what she can do,see what they can do"
               ",see what i can do,see if he can,see if she can,see if they can,see if i can,take care of"
               ",come back to,come by"
               ",write up,keep you posted,keep her posted,keep him posted,keep them posted"
               ",get it,get him,get her,get them,get you,get the,get a",
    "LOOKFORWARD": "look forward,looking forward,do not,do n't",
    "ADJ": "thank you,thank-you",
    "ADV": "once more,once again",
    "LETME": "let me,lemme",
    "LETKNOW": "lemme know,let me know,let us know,let me be,let me say,let me ask,let me tell,let me put,let me start,let me first,let me just say,let me see what,let me see how,let me guess,let me explain,"
            "let me begin,let me assure,let me add,let me reiterate",
    "BETHERE": "be there,be back with,be back to,be in touch,be by,be round,be putting,be getting,be happy to,be glad to,be delighted to,be"
               " pleased to,be sure to,be coming,be around to,be reaching out,be following up,be visiting,be attending,be joining,be taking part,be coming along",
    "HAPPY": "happy to,glad to,delighted to,pleased to,game to,willing to,keen to do,keen to help,more than happy to",
    "COMMIT": "'s after promising,is after promising,are after promising,'m after promising,after promising,insists on,insisted on,gave his word,gave her word,gave my word,gave him my word,"
            "gave her my word,gave them my word,got volunteered,has my word,have my word,shook on,shook hands on,bound himself,bound herself,bound myself,"
              "swore blind,swears blind,pinky promised,pinky swore,cross my heart,crossed my heart,crossed his heart,crossed her heart,committed to,on the hook for,put me down for,took it upon,took on,said i was in,"
              "took the action,took an action,have an action,took it on myself,took it upon myself,signed up,put myself down,ended up agreeing,ended up promising"
              ",ended up volunteering,ended up offering,found myself agreeing,found myself promising,got roped into,roped into,talked into,persuaded into,press-ganged into,strong-armed into,sweet-talked into,dragooned into,bullied into,cajoled into,got talked into,made a promise,gave an undertaking"
              ",gave an assurance,made a commitment",
    "YES": "i was only too pleased,i was only too glad,i was only too happy,only too pleased $,only too glad $,only too happy $,i got him $,i got her $,i got them $,i folded,i crumbled,i buckled,i weakened,i cracked $,done !,i accepted,accepted $,accepts $,took it $,how could i refuse,how could i say no,how can i say no,how can i refuse,who am i to refuse,who am i to say no,could n't refuse,could not refuse,"
            "could hardly refuse,could hardly say no,could n't very well refuse,could n't very well say no,twist my arm,twisted my arm,try stopping me,try and stop me,caved,caved in,gave in,relented,"
            "gave way,was talked into it,was talked round,talked me into it,let himself be talked,naturally,jumped at it,jumped at the chance,bit my hand off,up for it,up for that,not a problem,"
            "not a bother,no trouble,no trouble at all,bit his hand off,bit her hand off,my pleasure,any time,anytime,i'm your man,i would of course,i will of course,i would surely,i will surely,"
            "i would indeed,i will indeed,i will so,i would so,nodded,i 'm game,honoured,honored,delighted,go on then,you bet,you got it,i can $,i could $,i shall $,ok ok,no prob,i 've got it,"
            "i 've got this,could n't say no,could not say no,did n't say no,did not decline,did n't decline,did n't object,did not object,aye,yeah,fine,i 'm in,of course,sure,no problem,no worries,"
            "fine by me,gladly,why not,deal,yes,yep,ok,okay,absolutely,with pleasure,"
           "on it,works for me,suits me,fine for me,ok for me,ok by me,ok with me,no bother,nae bother,done and done,can do $,sure thing,yes of course,course i will,course i would,of course i will,of course i would,sure i will,on it",
    "ASK": "leaned on,leant on,was wanting,wis wantin,is wanting,'s wanting,would appreciate,'d appreciate,would be obliged,wd be obliged,would like me,'d like me,'d like,would like",
    "HISWORD": "- his words,- her words,- their words,– his words,– her words," + ",".join(f"{gave} {his} {word}" for gave in ("gave me", "given me", "gave us", "given us", "have", "i have", "given") for his in ("his", "her", "their")
                        for word in ("word", "hand", "promise", "assurance", "oath")),
    "ACCEPTS": "taking him up on it,taking her up on it,taking them up on it,took him up on it,took her up on it,took them up on it,said i 'd be honoured to,said i 'd be honoured,said i 'd be honored to,said i 'd be honored,said i 'd be only too happy to,said i 'd be only too pleased to,said i 'd be delighted,said i 'd love to,"
            "said i 'd be glad to,said i 'd be happy to,said yes,said yeah,said yep,said ok,said okay,said aye,said sure,said deal,said fine,said i would $,said i will $,said of course,said no problem,"
               "said count me in,told him yes,told her yes,told them yes,say yes,says yes,says ok,says sure,too right,have assured,will do $,count me in,"
               "happy to oblige,you 're on $,it 's a date,am on it,'m on it,will be there,said gladly,said absolutely,said go on then",
    "SELF": "must not omit to,must not fail to,must n't fail to,not to omit to,must not neglect to,must n't forget,must not forget,mustnt forget,mustnt forget to,not to forget,not to forget to,"
            "do n't forget,dont forget,do not forget,do not forget to,must n't forget to,must not forget to,better not forget to,note to self,note for self,memo to self,mental note to,remind me to,"
            "remember to,do n't forget to,dont forget to,must remember to,need to remember to,on my list,on the list,on my plate",
    "ONME": "on me,on us",
    "ONHER": "on her,on him,on them",
    "ATOURS": "at ours,at mine,round ours,round mine",
    "LEAVEIT": "you 're on the list,you 're on the guest list,you 'll hear from me,you will hear from me,you shall hear from me,i gotchu,i gotcha,i got u $,i got you $,i 've got you,got you covered,got it covered,say no more,leave it with me,"
            "leave that with me,leave this with me,leave it to me,leave that to me,leave this to me,leave it with us,leave it to us,leave that with us"
               ",you have my word,you have my assurance,you 've got my word,my word on it,you can count on me,you can count on us",
    "ASPROMISED": "as promised,as agreed,as arranged,as discussed,like he said,like she said,like i said,as i 'd said,as he said,as she said,as per promise",
    "EACH": "each other,one another",
    "WHEN": "as soon as,soon as,as soon as possible,the minute,the moment,the day,next time,in case,provided that,as long as,so long as",
    "BROKEN": "or he wo n't,or she wo n't,or they wo n't,or not $,or wo n't,got it,did so,did it,and did,did that,which i did,which he did,which she did,did not,did n't,had n't,has n't,have n't,hadn't,never did,fell through,called off,no show,no longer,changed her mind,changed his mind,"
              "backed out,pulled out,is off,was off,forgot,let me off,all square,is dropped,are dropped,was dropped,cancelled,canceled,she had n't,would not,turns out i ca,turns out he ca,turns out she ca,off the hook",
}
