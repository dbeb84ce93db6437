import assert from "node:assert/strict";
import { test } from "node:test";
import { placeInAddress } from "../../screens/address.js";
import { thriceShift } from "../../screens/exit.js";
import { Trail } from "../../screens/trail.js";
import { placeFor } from "../../screens/way.js";
import { scenes } from "./fake-room.js";

const view = (change) => ({
	door: "inside",
	step: "finding",
	me: { isSpecialist: false, joining: false },
	relationships: [],
	...change,
});
const ask = { id: "7", state: "asked", mine: "client", conv: "c" };

test("whoever stands at the door comes in, or comes back", () => {
	const door = view({ door: "outside" });
	assert.deepEqual(placeFor(door, null), { screen: "come-in" });
	assert.deepEqual(placeFor(door, { screen: "come-back" }), { screen: "come-back" });
});

test("nobody reaches a talk from outside, and nothing but the lock while locked", () => {
	assert.deepEqual(placeFor(view({ door: "outside" }), { screen: "talk", id: "c" }), { screen: "come-in" });
	assert.deepEqual(placeFor(view({ door: "locked" }), { screen: "talk", id: "c" }), { screen: "locked" });
	assert.deepEqual(placeFor(view({ door: "locked" }), { screen: "spare" }), { screen: "spare" });
	assert.deepEqual(placeFor(view({ door: "closed" }), { screen: "talk", id: "c" }), { screen: "closed" });
});

test("on one's own device the device opens, wherever a link led, and the words stay one press away", () => {
	for (const door of ["outside", "locked"]) {
		const own = view({ door, device: { username: "oak-badger-2041", pin: true } });
		for (const wanted of [null, { screen: "come-back" }, { screen: "come-in" }, { screen: "talk", id: "c" }])
			assert.deepEqual(placeFor(own, wanted), { screen: "open-here" });
		const words = placeFor(own, { screen: "come-back", id: "words" });
		assert.equal(words.screen, door === "locked" ? "locked" : "come-back");
		assert.deepEqual(placeFor(own, { screen: "spare" }), { screen: "spare" });
	}
	const link = { screen: "come-in", link: "abc" };
	assert.deepEqual(placeFor(view({ door: "outside", device: { pin: true } }), link), link);
});

test("Ada is led from wishes to waiting to the talk", () => {
	assert.deepEqual(placeFor(view({}), null), { screen: "wishes" });
	assert.deepEqual(placeFor(view({ step: "waiting", relationships: [ask] }), null), {
		screen: "waiting",
		id: "7",
	});
	const talking = view({ step: "talking", relationships: [{ ...ask, state: "active" }] });
	assert.deepEqual(placeFor(talking, null), { screen: "talk", id: "c" });
	const declined = view({ relationships: [{ ...ask, state: "declined" }] });
	assert.deepEqual(placeFor(declined, null), { screen: "mine" });
});

test("until the house has said with whom Ada talks, she is not asked whom she would like", () => {
	const unknown = view({ step: null });
	assert.deepEqual(placeFor(unknown, null), { screen: "plain", id: "starting" });
	assert.deepEqual(placeFor(unknown, { screen: "place" }), { screen: "place" });
});

test("a screen for specialists is not for Ada, and asking is not for Ben", () => {
	assert.deepEqual(placeFor(view({}), { screen: "seat" }), { screen: "wishes" });
	const ben = view({ step: "home", me: { isSpecialist: true, joining: false } });
	assert.deepEqual(placeFor(ben, { screen: "hello", id: "x" }), { screen: "home" });
});

test("whoever only supervises comes to what they were told, and asks nobody", () => {
	const cem = view({
		step: "supervising",
		me: { isSpecialist: false, joining: false, onlySupervises: true },
	});
	assert.deepEqual(placeFor(cem, null), { screen: "told" });
	assert.deepEqual(placeFor(cem, { screen: "wishes" }), { screen: "told" });
	assert.deepEqual(placeFor(cem, { screen: "profile" }), { screen: "profile" });
});

test("every scene has a screen", () => {
	for (const [name, scene] of Object.entries(scenes))
		assert.ok(placeFor(scene.view, scene.place ?? null).screen, name);
});

test("Back goes the way one came, and after a beginning there is none", () => {
	const kept = [];
	const history = {
		pushState: (state) => kept.push(state),
		replaceState: (state) => kept.splice(0, kept.length, state),
	};
	const trail = new Trail(history);
	trail.begin(null);
	trail.go({ screen: "people" });
	trail.go({ screen: "person", id: "ben" });
	assert.equal(trail.hasBack, true);
	trail.came(kept.at(-2));
	assert.deepEqual(trail.place, { screen: "people" });
	trail.begin(null);
	assert.equal(trail.hasBack, false);
	assert.equal(trail.place, null);
});

test("the way out counts every step, also those before a new beginning", () => {
	const trail = new Trail({ pushState: () => {}, replaceState: () => {} });
	trail.begin(null);
	trail.go({ screen: "wishes" });
	trail.go({ screen: "people" });
	trail.begin(null);
	trail.go({ screen: "talk", id: "c" });
	assert.equal(trail.steps, 3);
	trail.came({ at: 0, steps: 1 });
	assert.equal(trail.steps, 1);
});

test("what the browser keeps of the way names no screen and nobody", () => {
	const kept = [];
	const trail = new Trail({
		pushState: (...given) => kept.push(given),
		replaceState: (...given) => kept.push(given),
	});
	trail.begin(null);
	trail.go({ screen: "talk", id: "secret" });
	assert.deepEqual(kept, [
		[{ at: 0, steps: 0 }, ""],
		[{ at: 1, steps: 1 }, ""],
	]);
});

test("a one-time link leaves the address before anything else happens", () => {
	const replaced = [];
	const history = { replaceState: (...given) => replaced.push(given) };
	const place = placeInAddress({ hash: "#join=abc-DEF_1", pathname: "/app/" }, history);
	assert.deepEqual(place, { screen: "come-in", link: "abc-DEF_1" });
	assert.deepEqual(replaced, [[null, "", "/app/"]]);
	const came = placeInAddress({ hash: "#came=abc", pathname: "/app/" }, history);
	assert.deepEqual(came, { screen: "come-in", came: "abc" });
	assert.equal(placeInAddress({ hash: "#talk", pathname: "/app/" }, history), null);
});

test("Shift three times within five seconds leaves; other keys between, or patience, do not", () => {
	let left = 0;
	const press = thriceShift(() => {
		left += 1;
	});
	const keys = (...events) => {
		for (const [key, timeStamp, repeat = false] of events) press({ key, timeStamp, repeat });
	};
	keys(["Shift", 0], ["Shift", 3000], ["Shift", 6000]);
	assert.equal(left, 0);
	keys(["a", 6100], ["Shift", 6200], ["A", 6300], ["Shift", 6400], ["Shift", 6500]);
	assert.equal(left, 0);
	keys(["b", 7000], ["Shift", 7100], ["Shift", 7200, true], ["Shift", 7300], ["Shift", 7400]);
	assert.equal(left, 1);
});

test("Each scene shows the screen it names: none is looked at in the place of another", () => {
	const odd = Object.entries(scenes).flatMap(([name, { view, place }]) => {
		const screen = place === undefined || place === null ? null : placeFor(view, place).screen;
		return screen === null || screen === place.screen ? [] : [`${name}: ${screen}`];
	});
	assert.deepEqual(odd, []);
});
