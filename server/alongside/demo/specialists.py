"""Six made-up specialists in their own words, as their profiles say it. Data, nothing else."""

from alongside.demo.shown import EVERY_DAY, WEEKDAYS, DemoSpecialist, Reply, listed

BEN = DemoSpecialist(
    username="oak-badger-2041",
    name="Ben",
    line="I write back within a day, most often after work. Weekends are for my girls.",
    about=(
        "I fix tractors, I have two girls, and I live where the next neighbor is a mile "
        "off. I drank for twenty years and hid it well. My last drink was nine years ago. "
        "There were two slips before that, and each time I was sure I had used up "
        "everyone's patience. I had not.\n\n"
        "When my brother died I did not talk about it for a year. I would not do that "
        "again.\n\n"
        "I listen more than I talk. I will not count your days for you or tell you what "
        "you should feel. If you want, I tell you what helped me, and you keep what fits."
    ),
    waiting=(
        "Thank you for writing. I know that first line can take a whole week. I read each "
        "hello twice, on a quiet evening, and then I answer. You do not need to have it "
        "all worked out. We can start with how today was."
    ),
    facts=listed(
        "age-45-59 alcohol evenings grief has-slipped-too man mostly-listens no-faith "
        "no-steps parent rural"
    ),
    langs=("en",),
    reply=Reply(
        days=WEEKDAYS, from_minute=17 * 60, to_minute=21 * 60, tz="America/Chicago", within=24
    ),
)

MARISOL = DemoSpecialist(
    username="willow-wren-7316",
    name="Marisol",
    line="I answer on weekday mornings, in English or Spanish, within a day.",
    about=(
        "I came here at nineteen with one bag. Pain pills after a bad back turned into "
        "something I could not stop by myself. For fourteen months my son lived with my "
        "sister. He is home now, he is eleven, and he thinks my cooking is boring.\n\n"
        "I take medication for recovery and I am not ashamed of it. I know the forms, the "
        "waiting rooms and the looks. I am good at small next steps, and at sitting with "
        "you when there is no next step yet.\n\n"
        "My faith helps me. It does not have to be yours. Puedes escribirme en español."
    ),
    waiting=(
        "Hello, and welcome. I write in the mornings, when my son is at school. If you "
        "are a mom or a dad and scared to say so, I understand why. Read the list of what "
        "I must pass on first, and tell me only what you want. Estoy aquí."
    ),
    facts=listed(
        "age-30-44 city daytime faith immigrant losing-custody medication-friendly "
        "mornings opioids parent practical trauma woman"
    ),
    langs=("en", "es"),
    reply=Reply(
        days=WEEKDAYS,
        from_minute=8 * 60,
        to_minute=12 * 60,
        tz="America/Los_Angeles",
        within=24,
    ),
)

THEO = DemoSpecialist(
    username="maple-otter-5528",
    name="Theo",
    line="Evenings are best, Sunday to Thursday. I answer within two days.",
    about=(
        "They, them. I study design, I work in a bike shop, and I burned out so hard at "
        "twenty-two that I forgot how to do laundry. Before that came years of worry I "
        "called being careful, and a long stretch where food was the only thing I felt in "
        "charge of.\n\n"
        "Coming out was scary, then it was a relief, then it was just Tuesday. If you are "
        "anywhere along that road, hi.\n\n"
        "I joke when things are heavy, and I stop when you ask. I think any change that "
        "keeps you safer counts, even a small one."
    ),
    waiting=(
        "Hey. I am glad you asked. I might be in class right now, or under a bike. You "
        "can send one word or one page, both are fine. No need to sound okay for me."
    ),
    facts=listed(
        "age-18-29 anxiety burnout city eating evenings humour less-harm lgbtq "
        "mostly-listens nonbinary student"
    ),
    langs=("en",),
    reply=Reply(
        days=(0, 1, 2, 3, 6),
        from_minute=18 * 60,
        to_minute=22 * 60,
        tz="America/New_York",
        within=48,
    ),
)

RUTH = DemoSpecialist(
    username="garden-robin-1183",
    name="Ruth",
    line="I am up early and answer before lunch, any day but Sunday.",
    about=(
        "I am seventy-one, I keep bees, and I lost our savings on slot machines in the "
        "three years after my husband got ill. Nobody knew. I was the one who did the "
        "church books.\n\n"
        "Telling one person was the hardest thing I have done and the start of all that "
        "came after. I work the steps, and I go to my meeting on Thursdays. I will not "
        "push them on you.\n\n"
        "I say what I think, kindly. I have cared for someone who did not know me any "
        "more, so I know a bit about missing a person who is still in the next room."
    ),
    waiting=(
        "Good morning, whatever time it is where you are. I have read worse things than "
        "what you are about to tell me, and I have done some of them. Put the kettle on. "
        "I will write before lunch."
    ),
    facts=listed(
        "age-60-plus carer faith gambling grief mornings rural straight-talk twelve-steps woman"
    ),
    langs=("en",),
    reply=Reply(
        days=(0, 1, 2, 3, 4, 5),
        from_minute=6 * 60,
        to_minute=12 * 60,
        tz="America/Denver",
        within=24,
    ),
)

KWAME = DemoSpecialist(
    username="cedar-crane-6470",
    name="Kwame",
    line="Days and weekends. I work shifts, so give me up to two days.",
    about=(
        "I drive a night bus. I have heard voices since I was twenty-four, and I live "
        "well with them now. Two of them are even polite. For one winter I slept in my "
        "car, and for eight months I was in prison, mostly for having nowhere to go.\n\n"
        "Today I have an apartment, a cat called Minister, and a plan on my fridge for "
        "bad weeks. I take medication. I also know what it costs, and I will not argue "
        "with you about yours.\n\n"
        "I am good at practical things: letters, waiting lines, what to say on the phone. "
        "Tu peux aussi m'écrire en français."
    ),
    waiting=(
        "I got your hello, or I will when my shift ends. You do not have to explain what "
        "is real and what is not before we can talk. Tell me what you would like to be a "
        "little easier this week."
    ),
    facts=listed(
        "age-30-44 bipolar city daytime hearing-voices immigrant man medication-friendly "
        "no-home practical prison shift-work weekends"
    ),
    langs=("en", "fr"),
    reply=Reply(
        days=(0, 2, 4, 5, 6),
        from_minute=11 * 60,
        to_minute=17 * 60,
        tz="America/New_York",
        within=48,
    ),
)

LENA = DemoSpecialist(
    username="prairie-swift-3905",
    name="Lena",
    line="Evenings and weekends, within a day. Slow on days when my back is loud.",
    about=(
        "Army medic, eleven years. I came home with a back that never stops and nights "
        "that did not either. First pills, then speed to get through the day after the "
        "pills. I have been through treatment three times. The third time my wife drove "
        "me, and I stayed.\n\n"
        "I use a wheelchair on some days and not on others. Both are real.\n\n"
        "I talk straight and I do not shock easily. If you are not ready to stop "
        "anything, we can still talk about getting through tonight with less harm. If you "
        "just slipped, you are who I am here for."
    ),
    waiting=(
        "You reached out. That counts, even if you closed the page right after. I will "
        "answer tonight or tomorrow. Till then: eat something, drink some water, and go "
        "easy on yourself."
    ),
    facts=listed(
        "age-45-59 chronic-pain disabled evenings has-slipped-too less-harm lgbtq opioids "
        "stimulants straight-talk trauma veteran weekends woman"
    ),
    langs=("en",),
    reply=Reply(
        days=EVERY_DAY,
        from_minute=16 * 60,
        to_minute=21 * 60,
        tz="America/Chicago",
        within=24,
    ),
)

SPECIALISTS = (BEN, MARISOL, THEO, RUTH, KWAME, LENA)
