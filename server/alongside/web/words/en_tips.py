"""English: what the tab says, what others can find on a device, help without network."""

TIPS = {
    # The one place that says what a tab is called: by nothing that tells.
    "tab.name": "Notes",
    "tab.start": "Start",
    "tab.how": "Steps",
    "tab.keep": "Details",
    "tab.help": "Numbers",
    "tab.back": "Open",
    "tab.tips": "Tips",
    "tab.desk": "Desk",
    # every page
    "frame.tips": "What others can find",
    "frame.paper": "Nothing is printed from here. Others could find the paper.",
    # what others can find
    "tips.title": "What others can find on this device",
    "tips.lead": (
        "Leave this page takes you away at once. Here is what it hides, what it cannot hide, "
        "and what you can do."
    ),
    "tips.hides": "What is not left behind",
    "tips.hides.words": "What you write and read here. This device does not keep it.",
    "tips.hides.fields": "Your name and your five words. The browser is told not to keep them.",
    "tips.hides.tab": (
        "What this is. The tab says Notes, and so does the sign on a phone. In your place you "
        "can choose another name for the tab."
    ),
    "tips.hides.notices": "We put no notices on this screen.",
    "tips.hides.back": (
        "If you leave from your place, Back does not show it. From the other pages, Back can "
        "show the page you were on."
    ),
    "tips.not": "What we cannot hide",
    "tips.not.list": "The list of pages",
    "tips.not.list.why": (
        "The browser may keep the address of this site, and the files that make it run. What "
        "you write is not in them. Use a private window, or clear the list: see below."
    ),
    "tips.not.files": "Files you saved",
    "tips.not.files.why": "They stay until you delete them. So does paper you print.",
    "tips.not.shots": "Pictures of the screen",
    "tips.not.shots.why": "A phone can keep them, and can send them to an album others see.",
    "tips.not.account": "An account you share",
    "tips.not.account.why": (
        "If others share the account of this browser, they may see your list of pages on their "
        "phone."
    ),
    "tips.not.net": "The network",
    "tips.not.net.why": (
        "Whoever runs the Wi-Fi can see the address of this site. They cannot see what you "
        "write."
    ),
    "tips.not.spy": "A program that spies",
    "tips.not.spy.why": (
        "If someone put one on this device, it can see all you type. Then use a device they "
        "cannot reach. A friend or a library may have one."
    ),
    "tips.not.calls": "Calls and texts",
    "tips.not.calls.why": "They may stand in the list of the phone, and on the bill.",
    "tips.not.page": "The page with help lines",
    "tips.not.page.why": (
        "It is kept so that it works with no network. After half a year without a look at its "
        "numbers, only a few are left on it. Leave this page takes it away too."
    ),
    "tips.private": "Use a private window",
    "tips.private.computer": (
        "On a computer, press Ctrl, Shift and N. In Firefox, press Ctrl, Shift and P. On a "
        "Mac, press Cmd in place of Ctrl."
    ),
    "tips.private.phone": (
        "On a phone, look at your open tabs and add a private one. On some phones it is called "
        "a secret tab, or Incognito."
    ),
    "tips.private.close": "When you are done, close each private tab. Its list is then gone.",
    "tips.private.limit": "It does not help against the network, or a program that spies.",
    "tips.clear": "Clear the list of pages",
    "tips.clear.computer": "On a computer, press Ctrl and H. On a Mac, press Cmd and Y.",
    "tips.clear.phone": "On a phone, open the menu of the browser and tap History.",
    "tips.clear.some": (
        "Take out the lines of this site. Leave the rest: an empty list can make someone ask."
    ),
    "tips.close": "Close it all",
    "tips.close.1": "Press Leave this page. In your place, Shift three times does it too.",
    "tips.close.2": "Close the tab.",
    "tips.close.3": "On a phone, swipe the browser out of the list of open apps.",
    "tips.someone": "Is someone watching you?",
    "tips.someone.why": "It is not your fault. You can talk with a help line about a plan.",
    "tips.someone.see": "See who you can call",
    # without network
    "offline.title": "You are offline right now",
    "offline.lead": "Calls and texts work all the same. These people can talk with you.",
    "offline.old": (
        "The numbers kept on this device were last checked too long ago. With a network you "
        "see them new. These hold meanwhile."
    ),
    "offline.again": "Try again",
}
