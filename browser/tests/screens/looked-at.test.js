import assert from "node:assert/strict";
import { test } from "node:test";
import { leaveBehind } from "../../screens/leaving.js";
import { linesSince } from "../../screens/today.js";

const line = (date, state = "stored") => ({ date, state });

/** A page that notes what is done to it; it walks back only when told to. */
function notedPage() {
	const done = [];
	const page = {
		history: {
			go: (steps) => done.push(["go", steps]),
			replaceState: (_, __, url) => done.push(["is", url]),
		},
		location: { assign: (url) => done.push(["to", url]) },
		addEventListener: (_, heard) => {
			page.walkedBack = heard;
		},
		setTimeout: (deed) => {
			page.late = deed;
		},
	};
	return { page, done };
}

test("leaving walks back to where the room began before it goes", () => {
	const { page, done } = notedPage();
	leaveBehind("https://weather.example/", { steps: 3, page });
	assert.deepEqual(done, [["go", -3]]);
	page.walkedBack();
	page.late();
	assert.deepEqual(done.slice(1), [
		["is", "/leave"],
		["to", "https://weather.example/"],
	]);
});

test("a browser that does not walk back keeps nobody here", () => {
	const { page, done } = notedPage();
	leaveBehind("https://weather.example/", { steps: 1, page });
	page.late();
	assert.deepEqual(done.at(-1), ["to", "https://weather.example/"]);
});

test("who has gone nowhere leaves at once", () => {
	const { page, done } = notedPage();
	leaveBehind("https://weather.example/", { steps: 0, page });
	assert.deepEqual(done, [
		["is", "/leave"],
		["to", "https://weather.example/"],
	]);
});

test("only today leaves the lines of today, and those not sent yet", () => {
	const lines = [line("2026-11-24"), line(null), line("2026-11-25"), line(null), line(null, "waiting")];
	assert.deepEqual(linesSince(lines, "2026-11-25"), lines.slice(2));
	assert.deepEqual(linesSince(lines, "2026-11-26"), [lines[4]]);
});
