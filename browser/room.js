/** The page: opens the room, puts the screens into it, and tells it what happens to the page. */
import { tellOfThePage } from "./screens/page-events.js";
import { placeInAddress } from "./screens/address.js";
import "./screens/shell.js";
import { openRoom } from "./talk/room.js";
import { dropHelpPage, keepHelpPage } from "./wire/help-page.js";
import { speak } from "./words/index.js";

/** On a developer's own machine `?lang=pseudo` marks every sentence. */
const isHere = ["localhost", "127.0.0.1"].includes(location.hostname);
const pseudo = isHere && new URLSearchParams(location.search).get("lang") === "pseudo";
const lang = speak(navigator.language.slice(0, 2), { pseudo });
document.documentElement.lang = lang;

const shell = /** @type {import("./screens/shell.js").RoomShell} */ (document.querySelector("room-shell"));
const room = openRoom({ leave: (/** @type {string} */ url) => shell.goAway(url), language: lang });
shell.room = room;
shell.begin(placeInAddress(location, history));
addEventListener("hashchange", () => shell.led(placeInAddress(location, history)));
tellOfThePage(room);
room.addEventListener("left", dropHelpPage);
await room.start();
await keepHelpPage();
