import assert from "node:assert/strict";
import { test } from "node:test";
import { dueIn, holdsFor, stillPressed } from "../../talk/circle-settling.js";

const [BEN, CEM, ADA] = ["ben", "cem", "ada"];
const row = (more = {}) => ({
	...{ state: "resting", mine: "leads", hosts: [BEN, CEM], retention: 12, log: { owner: BEN } },
	...more,
});
const circle = (roles, led = [[BEN, CEM]]) => ({
	members: Object.entries(roles).map(([account_id, role]) => ({ account_id, role })),
	led: led.map((hosts) => ({ hosts })),
	leaving: [],
});
const BEGUN = circle({ [BEN]: 6, [CEM]: 6, [ADA]: 1 });
const PRESSED = { in: [], lead: [CEM, ADA] };
const due = (me, more = {}) =>
	dueIn({
		...{ me, row: row(), circle: BEGUN, cannot: null, isNamed: () => true },
		...{ silent: [], pressed: PRESSED, ...more },
	});

test("The first header is due from whoever began it, once two lead, and from nobody else", () => {
	const empty = circle({}, []);
	assert.deepEqual(due(BEN, { circle: empty }), [
		{ header: { op: "firstOfCircle", hosts: [BEN, CEM], retention: 12 } },
	]);
	assert.deepEqual(due(CEM, { circle: empty }), []);
	assert.deepEqual(due(BEN, { circle: empty, row: row({ hosts: [BEN] }) }), []);
});

test("Nothing is due while it is not known how the wire stands, or once it is over", () => {
	assert.deepEqual(due(BEN, { circle: null }), []);
	assert.deepEqual(due(BEN, { circle: circle({}, []), row: row({ state: "over" }) }), []);
	assert.deepEqual(due(BEN), []);
});

test("Whoever said yes to leading is made host by one who leads, as soon as a header may name them", () => {
	const hosts = [BEN, CEM, ADA];
	const lets = [{ header: { op: "makeHost", account_id: ADA } }];
	assert.deepEqual(due(BEN, { row: row({ hosts }) }), lets);
	assert.deepEqual(due(ADA, { row: row({ hosts }) }), []);
	assert.deepEqual(due(BEN, { row: row({ hosts }), isNamed: (id) => id !== ADA }), []);
});

test("The house is told of a leave that stands on the wire, and of nothing once it knows", () => {
	assert.deepEqual(due(ADA, { cannot: "left", row: row({ mine: "in" }) }), [{ tell: "leave" }]);
	assert.deepEqual(due(ADA, { cannot: "left", row: row({ mine: null }) }), []);
});

test("The house is told that somebody leads no more, and not of one who is still to be made host", () => {
	const down = circle({ [BEN]: 2, [CEM]: 6, [ADA]: 6 }, [
		[BEN, CEM],
		[CEM, ADA],
	]);
	assert.deepEqual(due(BEN, { circle: down }), [{ tell: "lead/down" }]);
	const notYet = circle({ [BEN]: 6, [CEM]: 6, [ADA]: 2 });
	assert.deepEqual(due(ADA, { circle: notYet, row: row({ hosts: [BEN, CEM, ADA] }) }), []);
	assert.deepEqual(due(BEN, { circle: down, row: row({ mine: "in" }) }), []);
});

test("By the house's word alone nobody begins with a host, is made one or is let in: somebody asked them here", () => {
	const nobody = { pressed: { in: [], lead: [] } };
	assert.deepEqual(due(BEN, { ...nobody, circle: circle({}, []) }), []);
	assert.deepEqual(due(BEN, { ...nobody, row: row({ hosts: [BEN, CEM, ADA] }) }), []);
	const without = circle({ [BEN]: 6, [CEM]: 6 });
	assert.deepEqual(due(BEN, { ...nobody, circle: without }), []);
	const lets = [{ header: { op: "letIntoCircle", account_id: ADA } }];
	assert.deepEqual(due(BEN, { circle: without, pressed: { in: [ADA], lead: [] } }), lets);
	assert.deepEqual(due(BEN, { circle: without, pressed: { in: [ADA], lead: [] }, isNamed: () => false }), []);
});

test("Of whom the house takes nothing more reads no further, by a host's hand; whoever left goes without one", () => {
	const takes = [{ header: { op: "takeFromCircle", account_id: ADA } }];
	assert.deepEqual(due(BEN, { silent: [ADA] }), takes);
	assert.deepEqual(due(ADA, { silent: [CEM] }), []);
	assert.deepEqual(due(BEN, { silent: [CEM] }), [
		{ header: { op: "leadNoMore", account_id: CEM, goes: true } },
	]);
	assert.deepEqual(due(BEN, { silent: [ADA], circle: { ...BEGUN, leaving: [ADA] } }), []);
	assert.deepEqual(due(BEN, { silent: ["finn"] }), []);
});

test("A press is done once it stands on the wire", () => {
	const pressed = { in: [ADA, "finn"], lead: [CEM, ADA] };
	assert.deepEqual(stillPressed(pressed, BEGUN), { in: ["finn"], lead: [ADA] });
	assert.deepEqual(stillPressed(pressed, null), pressed);
});

test("A press holds for as long as the house keeps an ask, and one of a day that is far ahead does not", () => {
	const rows = [-15, -14, 0, 14, 15].map((days) => [`${days}`, 20_000 + days]);
	assert.deepEqual(holdsFor(rows, 20_000), ["-14", "0", "14"]);
	assert.deepEqual(holdsFor(["ada"], 20_000), [], "one that was kept without its day");
});
