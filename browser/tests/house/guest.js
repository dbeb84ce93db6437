import { readFile } from "node:fs/promises";
import { createCore } from "../../crypto/sealed-core.js";
import { SealedCore } from "../../crypto/client.js";
import { decodeFrame, TYPE } from "../../crypto/frames.js";
import { stretch } from "../../crypto/stretch.js";
import { Room } from "../../talk/room.js";
import { HouseSocket } from "./socket.js";

const LISTS = new URL("../../../protocol/", import.meta.url);
const PATIENCE = 15_000;

/** The device's clock, whose timers keep no test waiting. */
const clock = {
	now: () => Date.now(),
	after(milliseconds, deed) {
		const timer = setTimeout(deed, milliseconds).unref();
		return () => clearTimeout(timer);
	},
};

/** The same, in a hurry: what takes a minute takes three seconds. */
export const hurried = {
	now: clock.now,
	after: (milliseconds, deed) => clock.after(milliseconds / 20, deed),
};

/** Someone with a room of their own: the whole room but for workers and screens, at a real house. */
export class Guest {
	static all = [];
	static anywhere = (url, options) => anywhere(url, options);
	sockets = [];
	heard = [];
	sent = [];
	/** Nothing but the opening leaves. */
	mute = false;
	/** Which frames never arrive; or what became of one on the way. */
	deaf = null;
	bend = null;
	left = null;

	/** @param {{base: string}} house @param {Partial<import("../../talk/room.js").Given>} [given] */
	constructor(house, given = {}) {
		Guest.all.push(this);
		this.room = new Room({
			leave: (url) => {
				this.left = url;
			},
			language: "en",
			makeCore: coreHere,
			fetch: anywhere,
			connect: (path, protocol) => this.#connect(new URL(path, house.base), protocol),
			clock,
			chance: Math.random,
			zone: "Europe/Berlin",
			base: house.base,
			listsFrom: LISTS,
			...given,
		});
		this.room.addEventListener("incoming", ({ detail }) => this.heard.push(detail));
	}

	/** Ada came in and asked Ben, who came back and said yes: both may write. @param {import("./house.js").House} house */
	static async talking(house) {
		const [ada, ben] = [new Guest(house), new Guest(house)];
		await Promise.all([ada.room.start(), ben.room.start()]);
		const adasWords = ada.view.offer;
		await ada.room.comeIn({ lockAfter: 15 });
		await ben.room.comeBack({ ...house.people.get("Ben"), lockAfter: 15 });
		const { accountId } = await ada.find("Ben");
		await ada.room.ask({ accountId, callName: "Ada", text: "Hello Ben." });
		await ben.until(() => (ben.view.home.hellos[0]?.last ?? null) !== null, "Ben sees the hello");
		await ben.room.accept(ben.view.home.hellos[0].id);
		for (const guest of [ada, ben]) await guest.until(() => guest.talk?.canWrite, "both may write");
		return { ada, ben, adasWords };
	}

	/** Everybody goes home. */
	static async leaveAll() {
		await Promise.all(Guest.all.map(({ room }) => room.lockNow()));
	}

	get view() {
		return this.room.view;
	}

	/** The conversation with whoever they talk with. */
	get talk() {
		return this.room.conversation(this.view.relationships.find(({ conv }) => conv !== null)?.conv ?? "");
	}

	get texts() {
		return this.talk?.lines.map(({ from, text }) => `${from}: ${text}`) ?? [];
	}

	/** Until something is so, or a while has passed. @param {() => unknown} isSo @param {string} what */
	async until(isSo, what) {
		const end = Date.now() + PATIENCE;
		while (!isSo()) {
			if (Date.now() > end) throw new Error(`never happened: ${what}; ${JSON.stringify(this.#where())}`);
			await new Promise((later) => setTimeout(later, 10));
		}
	}

	/** As when a cable is pulled. */
	cutLine() {
		this.sockets.at(-1)?.cut();
	}

	#where() {
		const { door, step, line, notices, relationships } = this.view;
		const { state, conv, trouble, helloMissing } = relationships[0] ?? {};
		return {
			door,
			step,
			line,
			notices,
			state,
			conv,
			trouble,
			helloMissing,
			texts: this.texts,
			whyNot: this.talk?.whyNot,
			stopped: this.talk?.stopped,
		};
	}

	/** A person by name, however the list was shuffled. */
	async find(name) {
		for (let tries = 0; tries < 60; tries += 1) {
			await this.room.find({ facts: [], langs: [], matters: null, anyone: true });
			const found = this.view.finding.people.find((person) => person.name === name);
			if (found) return found;
		}
		throw new Error(`${name} was never shown`);
	}

	/** A way to the house that changes one answer on the way. @param {string} path @param {(text: string) => string} changed */
	static fetchThrough(path, changed) {
		return async (url, options) => {
			const response = await anywhere(url, options);
			if (!url.endsWith(path)) return response;
			const text = await response.text();
			const other = changed(text);
			if (other === text) throw new Error(`nothing to change in ${path}`);
			return new Response(other, { status: response.status });
		};
	}

	#connect(url, protocol) {
		const line = new HouseSocket(url, protocol);
		this.sockets.push(line);
		const guest = this;
		return {
			send: (bytes) => guest.#send(line, bytes),
			close: () => line.close(),
			set onopen(heard) {
				line.onopen = heard;
			},
			set onclose(heard) {
				line.onclose = heard;
			},
			set onmessage(heard) {
				line.onmessage = ({ data }) => guest.#hear(heard, data);
			},
		};
	}

	#send(line, bytes) {
		const frame = decodeFrame(bytes);
		if (this.mute && (frame.type === TYPE.SEND || frame.type === TYPE.HEADER)) return;
		this.sent.push(frame);
		line.send(bytes);
	}

	#hear(heard, data) {
		const frame = decodeFrame(new Uint8Array(data));
		if (this.deaf?.(frame)) return;
		heard({ data: this.bend?.(frame, data) ?? data });
	}
}

/** The same core over the same operations, without workers. */
function coreHere() {
	const core = createCore(stretch);
	const line = { call: (op, args) => core.call(op, args), end: () => core.call("lock", {}) };
	return new SealedCore(line);
}

/** @param {string} url of the house, or of a file of the room */
async function anywhere(url, options) {
	return url.startsWith("file:") ? new Response(await readFile(new URL(url))) : await fetch(url, options);
}
