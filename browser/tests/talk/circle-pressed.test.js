// Whom a room signs for: whoever its host pressed for, as long as they stand by it. The house tries to bring in others.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { CirclePressed } from "../../talk/circle-pressed.js";
import { dueIn } from "../../talk/circle-settling.js";
import { Part } from "../../talk/circles.js";
import { Drafts } from "../../talk/drafts.js";
import { RoomError } from "../../talk/trouble.js";

const CONV = "AAECAwQFBgcICQoLDA0ODw";
const DAY = 86_400_000;
const [BEN, LEA, CEM, ADA] = ["ben", "lea", "cem", "ada"];

let [house, clock, part, pressed] = [];

/** Ben's room, over a house that says what the test lets it say: `house.no` by the end of a path, `house.row` as listed. */
beforeEach(() => {
	const drafts = new Drafts();
	clock = { at: 20_000 * DAY, now: () => clock.at, after: () => () => undefined };
	const people = [BEN, LEA, CEM, ADA].map((account_id) => ({ account_id }));
	house = {
		...{ no: {}, asked: [] },
		row: {
			...{ id: 1, conv: CONV, state: "open", mine: "leads", hosts: [BEN, LEA], retention: 12 },
			...{ name: "Mondays", line: "For talk.", log: { conv: CONV, rand: "r", owner: BEN, mode: 1 } },
		},
	};
	const answers = { circles: () => ({ held: true, circles: [house.row], people }) };
	const api = {
		part: async (method, path) => {
			house.asked.push(`${method} ${path}`);
			const no = Object.entries(house.no).find(([end]) => path.endsWith(end));
			if (no) throw new RoomError(no[1]);
			const members = people.map(({ account_id }) => ({ account_id, role: 1, writes: true }));
			return answers[path]?.() ?? { waiting: [], members, people };
		},
	};
	const core = {
		circlePeople: async () => ({ named: people.map((one) => ({ ...one, name: one.account_id })) }),
		newCircle: async () => ({ conv: CONV }),
		sealLetter: async () => ({ box: "sealed" }),
	};
	const talk = {
		...{ conv: CONV, catching: true, lines: [], older: "none", stood: null },
		...{ known: { circle: null, readers: [], stopped: null }, look: () => undefined },
		...{ changed: async () => undefined, isHere: () => new Promise(() => undefined) },
	};
	const inside = {
		...{ me: { account_id: BEN }, drafts, draft: (id, text) => drafts.keep(id, text) },
		...{ given: { api, core, clock, onChange: () => undefined }, relationships: { all: [] } },
		...{ readWho: async () => undefined, conversations: { join: async () => talk } },
	};
	part = new Part(/** @type {any} */ (inside));
	pressed = new CirclePressed(/** @type {any} */ (inside));
});

/** What Ben's room would sign by itself, where the house now says that all of them may be named, and that these lead. */
const signs = (hosts, members = [BEN, LEA]) => {
	const roles = members.map((account_id) => ({ account_id, role: 6 }));
	const circle = { members: roles, led: [{ hosts: [BEN, LEA] }], leaving: [] };
	const stands = { me: BEN, row: { ...house.row, hosts }, circle, cannot: null, isNamed: () => true };
	const due = dueIn({ ...stands, silent: [], pressed: pressed.of(CONV) });
	return due.map(({ header }) => [header.op, header.account_id]);
};
const refused = (code) => (error) => error.code === code;
const cemLeads = [["makeHost", CEM]];
const adaComes = [["letIntoCircle", ADA]];

test("Cem, whom Ben asked to lead and then did not, is signed for by nobody, whatever the house says weeks later", async () => {
	await part.deeds.look();
	await part.deeds.askToLead(1, CEM);
	assert.deepEqual(signs([BEN, LEA, CEM]), cemLeads);
	await part.deeds.leadNo(1);
	assert.deepEqual(signs([BEN, LEA, CEM]), []);
});

test("A question that was taken back while the line was cut is taken back here all the same", async () => {
	await part.deeds.look();
	await part.deeds.askToLead(1, CEM);
	house.no["lead/no"] = "offline";
	await assert.rejects(part.deeds.leadNo(1), refused("offline"));
	assert.deepEqual(signs([BEN, LEA, CEM]), []);
});

test("Cem said yes before: taking back what others were asked leaves him, and a circle that never began begins with nobody", async () => {
	await part.deeds.look();
	await part.deeds.askToLead(1, CEM);
	house.row.hosts = [BEN, LEA, CEM];
	await part.deeds.look();
	await part.deeds.leadNo(1);
	assert.deepEqual(signs([BEN, LEA, CEM]), cemLeads);
	pressed.takeBack(CONV, CEM);
	house.row = { ...house.row, state: "proposed", hosts: [BEN], log: null };
	await part.deeds.begin({ name: "Mondays", line: "For talk.", months: 12, accountId: LEA });
	assert.deepEqual(pressed.of(CONV).lead, [LEA]);
	await part.deeds.leadNo(1);
	assert.deepEqual(pressed.of(CONV), { in: [], lead: [] });
});

test("What the house says no to is not signed for later; where nobody knows whether it was done, it is", async () => {
	await part.deeds.look();
	await part.deeds.open(1);
	for (const [code, comes] of [
		["circle-full", []],
		["not-now", []],
		["not-found", []],
		["offline", adaComes],
		["not-found", adaComes],
		["circle-full", []],
	]) {
		house.no["let-in"] = code;
		await assert.rejects(part.deeds.letIn(1, ADA), refused(code));
		assert.deepEqual(signs([BEN, LEA]), comes, code);
	}
	house.no.lead = "leads-enough";
	await assert.rejects(part.deeds.askToLead(1, CEM), refused("leads-enough"));
	house.no.circles = "circles-off";
	const begun = { name: "Mondays", line: "For talk.", months: 12, accountId: LEA };
	await assert.rejects(part.deeds.begin(begun), refused("circles-off"));
	assert.deepEqual(pressed.of(CONV), { in: [], lead: [] });
});

test("Ada, to whom Ben says not now or whom he takes away, is let in by no room of his", async () => {
	await part.deeds.look();
	await part.deeds.open(1);
	house.no["let-in"] = "timeout";
	for (const takesBack of [() => part.deeds.notNow(1, ADA), () => part.deeds.remove(1, ADA, "")]) {
		await assert.rejects(part.deeds.letIn(1, ADA), refused("timeout"));
		assert.deepEqual(signs([BEN, LEA]), adaComes);
		await takesBack();
		assert.deepEqual(signs([BEN, LEA]), []);
	}
});

test("A press goes with the ask, after fourteen days; Cem, who said yes meanwhile, is asked anew by one press", async () => {
	await part.deeds.look();
	await part.deeds.askToLead(1, CEM);
	clock.at += 14 * DAY;
	assert.deepEqual(signs([BEN, LEA, CEM]), cemLeads);
	clock.at += DAY;
	assert.deepEqual(signs([BEN, LEA, CEM]), []);
	house.row.hosts = [BEN, LEA, CEM];
	await part.deeds.look();
	// The house takes no ask of who leads already.
	house.no.lead = "not-now";
	await part.deeds.askToLead(1, CEM);
	assert.deepEqual(signs([BEN, LEA, CEM]), cemLeads);
	pressed.settle(CONV, { members: [{ account_id: CEM, role: 6 }] });
	assert.deepEqual(pressed.of(CONV).lead, []);
});
