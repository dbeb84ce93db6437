/** Devices of Ben's that put words by, and the house that keeps their sealed state. No tests here. */

import assert from "node:assert/strict";
import { Drafts } from "../../talk/drafts.js";
import { Part } from "../../talk/later.js";
import { RoomError } from "../../talk/trouble.js";
import { TravelClock } from "../travel.js";

export const HOUR = 3_600_000;
export const NIGHT = Date.parse("2026-03-03T23:00:00Z");
export const MORNING = Date.parse("2026-03-04T08:00:00Z");
const HOURS = { days: [0, 1, 2, 3, 4], from: 9 * 60, to: 17 * 60, tz: "Europe/Berlin", within: 24 };
export const READER = { account_id: "river", name: "River", reads: true };

/** The house keeps one sealed state for all devices, and one talk: a line with an id that is there is not taken again. */
export class House {
	drafts = [];
	lines = [];
	fails = false;
}

/** One of Ben's devices: its own drafts, its own clock, the house's state. */
export class Device {
	drafts = new Drafts();
	base = [];
	readers = [READER];
	question = null;
	state = "active";
	conversations = [{ conv: "c1", continues: null }];
	given = [];

	constructor(house, { at = NIGHT } = {}) {
		this.house = house;
		this.clock = new TravelClock(at);
		this.drafts.merge(house.drafts);
		this.base = house.drafts;
		const device = this;
		const talk = {
			get lines() {
				return house.lines;
			},
			get known() {
				return { canWrite: true, readers: device.readers };
			},
			get relationship() {
				return { state: device.state };
			},
			catching: false,
			get question() {
				return device.question;
			},
			sayAs: (_kind, given) => {
				this.given.push(given);
				return `w${this.given.length}`;
			},
			isOnItsWay: (key) => !this.stored.has(key),
		};
		this.stored = new Set();
		this.part = new Part({
			given: { clock: this.clock, onChange: () => undefined },
			drafts: this.drafts,
			specialist: { profile: { reply: HOURS } },
			relationships: {
				get all() {
					const { state, conversations } = device;
					return [{ mine: "specialist", state, conversations }];
				},
			},
			conversations: { of: () => talk },
			conversation: () => talk,
			saving: { save: () => this.save(), soon: () => this.saveSoon(), inTurn: (deed) => deed() },
			catchUpState: () => this.catchUp(),
		});
	}

	/** Row by row: what changed here since the last time counts, the rest is the house's. */
	async save() {
		if (this.house.fails) throw new RoomError("offline");
		const text = (rows, id) => rows.find(({ conv }) => conv === id)?.text ?? "";
		const mine = this.drafts.toState();
		const ids = new Set([...mine, ...this.house.drafts].map(({ conv }) => conv));
		const rows = [...ids].map((id) => {
			const isMine = text(mine, id) !== text(this.base, id);
			return { conv: id, text: text(isMine ? mine : this.house.drafts, id) };
		});
		this.house.drafts = rows.filter((row) => row.text !== "");
		this.base = this.house.drafts;
		this.drafts.merge(this.house.drafts);
	}

	saveSoon() {
		return this.save();
	}

	async catchUp() {
		this.base = this.house.drafts;
		this.drafts.merge(this.house.drafts);
	}

	/** What is in its outbox reaches the house. */
	async store() {
		for (const [at, { text, msg }] of this.given.entries()) {
			if (this.stored.has(`w${at + 1}`)) continue;
			this.house.lines = [...this.house.lines, { id: "w", msg, n: this.house.lines.length + 1, text }];
			this.stored.add(`w${at + 1}`);
		}
		await this.part.sent("c1");
	}

	async at(moment) {
		this.clock.sleep(moment - this.clock.now());
		await this.part.deeds.watch();
	}

	/** Time passes, and whatever it woke comes to its end: deeds take turns, and one that does nothing is the last. */
	async pass(milliseconds) {
		await this.clock.travel(milliseconds);
		await this.part.deeds.put("c1", "").catch(({ code }) => assert.equal(code, "empty"));
	}

	minute() {
		return this.pass(60_000);
	}

	get waits() {
		return this.part.shown.c1?.text ?? null;
	}
}

/** What a device handed over, in order. */
export const textsOf = ({ given }) => given.map(({ text }) => text);
