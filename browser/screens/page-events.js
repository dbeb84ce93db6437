/** What the page itself tells the room: touches, being hidden, the line, going away. */
import { thriceShift } from "./exit.js";

/** @typedef {import("./seen.d.ts").Room} Room */

/** A touch counts once in this time. */
const oftenEnough = 1000;

/** @param {Room} room */
export function tellOfThePage(room) {
	tellOfTouches(room);
	document.addEventListener("visibilitychange", () => room.shown(document.visibilityState === "visible"));
	addEventListener("online", () => room.network(true));
	addEventListener("offline", () => room.network(false));
	addEventListener("pagehide", () => room.pageGoes());
	addEventListener("pageshow", (event) => {
		if (event.persisted) location.reload();
	});
	addEventListener(
		"keydown",
		thriceShift(() => room.leave()),
		{ capture: true },
	);
}

/** @param {Room} room a covered page stays covered until its own button is pressed */
function tellOfTouches(room) {
	let last = 0;
	/** @param {Event} event */
	const touched = (event) => {
		if (event.timeStamp - last < oftenEnough && room.view.lock.phase === "open") return;
		last = event.timeStamp;
		if (room.view.lock.phase !== "covered") room.touched();
	};
	for (const kind of ["keydown", "pointerdown", "wheel", "touchmove"]) {
		addEventListener(kind, touched, { capture: true, passive: true });
	}
}
