/** One's own device and the ways in, for looking at screens. Never assembled. */
const device = { username: "ben-maple-1204", pin: true, minutes: 60, wantsWords: false };
const way = { name: "", day: 20_480, known: true, pin: false, suspended: false, here: false };
const ways = [
	{ ...way, slotId: "w", type: 1 },
	{ ...way, slotId: "s", type: 2 },
	{ ...way, slotId: "s2", type: 2, name: "my sister", day: 20_500 },
	{ ...way, slotId: "d", type: 3, name: "My phone", pin: true, here: true, day: 20_490 },
	{ ...way, slotId: "d2", type: 3, name: "Laptop at home", suspended: true },
	{ ...way, slotId: "d3", type: 3, known: false, day: 0 },
	{ ...way, slotId: "k", type: 4, name: "My key", day: 20_495 },
];
const changes = [
	{ slotId: "p1", kind: "add", type: 3, dueOn: 20_513 },
	{ slotId: "p2", kind: "words", type: 1, dueOn: 20_510 },
];

const asked = (/** @type {number} */ dueOn) => ({ slotId: "p3", kind: "along", type: 1, dueOn });

/** @param {Record<string, any>} views what other scenes show */
export const wayScenes = ({ outside, inside, homely, me, specialist }) => ({
	"place-ways": { view: { ...homely, ways, device, passkeys: true }, place: { screen: "place" } },
	"new-lock": { view: { ...homely, ways, offer: outside.offer }, place: { screen: "new-lock" } },
	"new-lock-due": {
		view: { ...homely, ways, changes: [{ slotId: "p3", kind: "lock", type: 1, dueOn: 20_400 }] },
		place: { screen: "new-lock" },
	},
	"own-offer": { view: { ...homely, offerOwn: true } },
	"own-device": { view: { ...homely, ways: ways.slice(0, 2) }, place: { screen: "own-device" } },
	"own-device-first": {
		view: { ...inside, me: { ...me, spareSeen: false }, ways: ways.slice(0, 2) },
		place: { screen: "own-device" },
	},
	"own-device-no-card": {
		view: { ...homely, me: { ...specialist, spareSeen: false }, ways: ways.slice(0, 2) },
		place: { screen: "own-device" },
	},
	"way-remove": { view: { ...homely, ways }, place: { screen: "way-change", id: "d2" } },
	"way-remove-passkey": { view: { ...homely, ways }, place: { screen: "way-change", id: "k" } },
	passkey: { view: { ...homely, ways: ways.slice(0, 2), passkeys: true }, place: { screen: "passkey" } },
	"passkey-cannot": { view: { ...homely, ways: ways.slice(0, 2) }, place: { screen: "passkey" } },
	"passkey-door": { view: { ...outside, passkeys: true }, place: { screen: "come-back" } },
	"passkey-pending": {
		view: { ...homely, changes: [{ slotId: "p4", kind: "add", type: 4, dueOn: 20_513 }] },
	},
	"way-words": {
		view: { ...homely, ways, offer: outside.offer },
		place: { screen: "way-change", id: "words" },
	},
	"way-code": { view: { ...homely, ways: ways.slice(0, 2) }, place: { screen: "way-change", id: "code" } },
	"place-code-late": {
		view: { ...inside, me: { ...me, spareSeen: false, spareAtOnce: false }, ways: ways.slice(0, 2) },
		place: { screen: "place" },
	},
	"way-own-code": {
		view: { ...inside, me: { ...me, spareSeen: false, spareAtOnce: false }, ways: ways.slice(0, 2) },
		place: { screen: "way-change", id: "own" },
	},
	pending: { view: { ...homely, changes } },
	along: { view: { ...homely, ways: ways.slice(0, 2) }, place: { screen: "along" } },
	bring: { view: homely, place: { screen: "bring" } },
	"bring-part": { view: { ...homely, bringing: { done: 5, of: 15 } }, place: { screen: "bring" } },
	"along-due": { view: { ...homely, changes: [asked(20_500)] }, place: { screen: "along" } },
	"along-pending": { view: { ...homely, changes: [asked(20_513)] }, place: { screen: "along" } },
	"open-here": { view: { ...outside, device } },
	"open-here-tap": { view: { ...outside, device: { ...device, pin: false } } },
	"open-here-five": { view: { ...outside, device: { ...device, wantsWords: true } } },
	"locked-own": { view: { ...outside, door: "locked", username: device.username, device } },
});

export const wayDeeds = [
	...["makeOwn", "notOwn", "notHere", "wordsToOffer", "changeWords"],
	...["removeWay", "addPasskey", "finishChange", "cancelChange", "signOutDevice"],
	...["newLock", "wishNewLock", "acceptLock", "bringIn", "endBring"],
];

export const wayAnswers = {
	async comeBackWithPasskey() {
		throw Object.assign(new Error("passkey-gone"), { code: "passkey-gone" });
	},
	async openHere() {
		throw Object.assign(new Error("wrong-number"), { code: "wrong-number", left: 3 });
	},
	async takeAlong() {
		const words = ["acorn", "about", "above", "accent", "acrobat"];
		return { filename: "notes-2026-02-01.zip", file: new Blob(["x"]), words, talks: 2, leftOut: 1 };
	},
	async openTaken() {
		return { day: 20_576, elsewhere: true, pages: 12, kept: 3, checks: 1, own: 2, there: 2 };
	},
	async lockWords() {
		return ["candle", "rabbit", "meadow", "seven"];
	},
	async addSpare() {
		return "7K2M-9QXC-4TVB-01ZH-EWRS-MN5P-YD";
	},
};
