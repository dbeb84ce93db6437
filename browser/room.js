/** The page: opens the room, puts the screens into it, and tells it what happens to the page. */
import { breath } from "./screens/first-words.js";
import { tellOfThePage } from "./screens/page-events.js";
import { languageInAddress, placeInAddress } from "./screens/address.js";
import "./screens/shell.js";
import { SealedCore } from "./crypto/client.js";
import { deviceClock } from "./talk/clock.js";
import { Room } from "./talk/room.js";
import { ownLockHere, thisBrowser } from "./vault/own-device.js";
import { network } from "./wire/network.js";
import { RoomError } from "./talk/trouble.js";
import { dropHelpPage, keepHelpPage } from "./wire/help-page.js";
import { learn, speak, spokenLanguage } from "./words/index.js";
import { firstSpoken, languages } from "./words/languages.js";

/** On a developer's own machine `?lang=pseudo` marks every sentence, and `?lang=pseudo-rtl` also turns the page round. */
const isHere = ["localhost", "127.0.0.1"].includes(location.hostname);
const asked = isHere ? (new URLSearchParams(location.search).get("lang") ?? "") : "";
const pseudo = ["pseudo", "pseudo-rtl"].includes(asked);
const wishes = [languageInAddress(location) ?? "", ...navigator.languages];

/** @param {string} lang */
async function speakIt(lang) {
	await learn(lang);
	document.documentElement.lang = speak(lang, { pseudo });
	document.documentElement.dir = asked === "pseudo-rtl" ? "rtl" : (languages.get(lang)?.dir ?? "ltr");
}

/** Another language on a page that goes on: the address keeps it, for when it is loaded again. */
async function change(/** @type {string} */ lang) {
	try {
		await learn(lang);
		await room.speak(lang);
	} catch (error) {
		if (!(error instanceof TypeError || error instanceof RoomError)) throw error;
		shell.cannotSpeak(lang);
		return;
	}
	await speakIt(lang);
	history.replaceState(history.state, "", `${location.pathname}?lang=${lang}`);
}

/** The programme may not speak what was wished for: that is known with the door, long before all is here. */
async function meet() {
	if (room.view.config === null) return;
	room.removeEventListener("change", meet);
	if (room.language === "" || room.language === spokenLanguage()) return;
	try {
		await speakIt(room.language);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		shell.cannotSpeak(room.language);
	}
}

/** Empty when nobody asked for a language that we speak: then the programme's own. */
const lang = firstSpoken(wishes, ["", ...languages.keys()]);
const shell = /** @type {import("./screens/shell.js").RoomShell} */ (document.querySelector("room-shell"));
const stands = new Promise((done) => shell.addEventListener("stands", done, { once: true }));
await breath();
const room = new Room({
	makeCore: () => SealedCore.inWorkers(),
	clock: deviceClock,
	chance: () => /** @type {number} */ (crypto.getRandomValues(new Uint32Array(1))[0]) / 2 ** 32,
	device: thisBrowser,
	ownLock: ownLockHere,
	...network(),
	leave: (/** @type {string} */ url) => shell.goAway(url),
	language: lang,
	/** The door first; what opens it comes while somebody reads and types. */
	rest: () => stands.then(breath),
});
const started = room.start();
await speakIt(lang || "en");
await breath();
shell.room = room;
shell.begin(placeInAddress(location, history));
addEventListener("hashchange", () => shell.led(placeInAddress(location, history)));
tellOfThePage(room);
room.addEventListener("left", dropHelpPage);
shell.addEventListener("language", (event) => change(/** @type {CustomEvent} */ (event).detail));
room.addEventListener("change", meet);
await meet();
await breath();
await started;
await keepHelpPage();
