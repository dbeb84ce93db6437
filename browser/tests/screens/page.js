/** Shows one scene of the fake room: page.html?scene=talk&lang=pseudo, or pseudo-rtl, or es */
import { tellOfThePage } from "../../screens/page-events.js";
import "../../screens/shell.js";
import { learn, learnInside, speak, spokenLanguage } from "../../words/index.js";
import { FakeRoom, scenes } from "./fake-room.js";

const asked = new URLSearchParams(location.search);
const name = asked.get("scene") ?? "come-in";
const wish = asked.get("lang") ?? "en";
const pseudo = wish.startsWith("pseudo");
const lang = pseudo ? "en" : wish;
await learnInside();
await learn(lang);
speak(lang, { pseudo });
document.documentElement.lang = spokenLanguage();
document.documentElement.dir = wish === "pseudo-rtl" ? "rtl" : "ltr";

/** A new shell for each scene: nothing of the one before is left. */
function showScene(scene) {
	const room = new FakeRoom(scene);
	const shell = document.createElement("room-shell");
	shell.room = room;
	document.querySelector("room-shell").replaceWith(shell);
	shell.begin(scenes[scene].place ?? null);
	Object.assign(globalThis, { room, shell });
	return drawn(shell, scene);
}

/** Behind the door screens come a moment later; nobody looks at the page that says so in their place. */
async function drawn(shell, scene) {
	await shell.updateComplete;
	while (scene !== "starting" && shell.querySelector("room-plain")?.place.id === "starting")
		await new Promise((done) => setTimeout(done));
	await shell.updateComplete;
}

Object.assign(globalThis, { showScene, sceneNames: Object.keys(scenes) });
globalThis.shown = showScene(name);
await globalThis.shown;
tellOfThePage(globalThis.room);
