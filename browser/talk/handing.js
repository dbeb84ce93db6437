import { today } from "./clock.js";
import { readersNow } from "./company.js";
import { isOpen, newestOf } from "./relationships.js";
import { asRoomError, RoomError } from "./trouble.js";
import { atMostTwice } from "./twice.js";

/**
 * Handing a talk over, and standing in: who is asked, who says yes, and what the owner's own room then does on the wire.
 * The house only keeps who may be named; who reads changes by a header that the client's room signs.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{kind: "handover" | "stand-in", to: string, until: number | null}} Wish
 * @typedef {Readonly<{id: number, kind: "handover" | "stand-in", askedOn: number, until: number | null, from: string | null}>} Asked
 * @typedef {Readonly<{epoch: number, from: number, until: number | null, count: number, first: string, handed: boolean}>} Stretch
 */

const [LOOK_EVERY, PATIENCE] = [100, 20_000];
const ANYONE = Object.freeze({ facts: [], langs: [], matters: null, anyone: true });

/** @param {import("./relationships.js").Relation} relation */
const isMineAndOpen = (relation) => relation.mine === "client" && isOpen(relation);

export class Handing {
	#inside;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {any[]} all the deed's name, and what it takes */
	deed(...[name, ...given]) {
		return /** @type {any} */ (this)[name](...given);
	}

	/** Everyone whose name the programme stands behind. @returns {Promise<readonly {accountId: string, name: string}[]>} */
	async people() {
		const { finding } = this.#inside;
		if (finding.everyone.length === 0) await finding.find(ANYONE);
		return finding.everyone;
	}

	/** Who asks me to come into a talk. @returns {Promise<readonly Asked[]>} */
	async asked() {
		const { handovers } = await this.#api.part("GET", "handovers");
		return Object.freeze(
			handovers.map((/** @type {any} */ row) =>
				Object.freeze({
					...{ id: row.id, kind: row.kind, askedOn: row.asked_on, until: row.until_on },
					from: row.from.display_name,
				}),
			),
		);
	}

	/** @param {string} id @param {Wish} wish */
	async ask(id, { kind, to, until }) {
		const { core, clock } = this.#inside.given;
		const relationship = this.#inside.relation(id);
		const signed = await core.askToCome({ relationship, day: today(clock) });
		await this.#step(id, "handover", { kind, to, until_on: until, ...signed });
	}

	/** @param {string} id @param {{to: string, until: number}} wish */
	suggest = (id, { to, until }) => this.#step(id, "handover/suggest", { to, until_on: until });
	/** @param {string} id */
	no = (id) => this.#step(id, "handover/no");
	/** @param {string} id */
	callOff = (id) => this.#step(id, "handover/call-off");

	/** On that day the room asks whether the one before goes; without one it never does. @param {string} id @param {number | null} until */
	stay = (id, until) => this.#step(id, "handover/until", { until_on: until });

	/** My yes or no to coming into a talk. @param {number} handoverId @param {boolean} isYes */
	async answer(handoverId, isYes) {
		const { core, clock } = this.#inside.given;
		if (!isYes) return await this.#api.part("POST", `handovers/${handoverId}/no`);
		const { handovers } = await this.#api.part("GET", "handovers");
		const handover = handovers.find((/** @type {any} */ row) => row.id === handoverId);
		if (handover === undefined) throw new RoomError("not-found");
		await this.#inside.readWho();
		const signed = await core.agreeToCome({ handover, day: today(clock) });
		await this.#api.part("POST", `handovers/${handoverId}/yes`, signed);
		await this.#inside.refresh();
	}

	/** Who said yes, by the name the programme stands behind; null where it stands behind nobody. @param {string} id */
	async coming(id) {
		const { core, clock } = this.#inside.given;
		const { handover } = this.#inside.relation(id);
		await this.#inside.readWho();
		const given = { directory: [handover?.to], today: today(clock) };
		const { people } = await atMostTwice((how) => core.people({ ...given, ...how }));
		const [one = null] = people;
		return one === null ? null : Object.freeze({ accountId: one.account_id, name: one.name });
	}

	/** What there is of before, and what each stretch holds. @param {string} conv @returns {Promise<readonly Stretch[]>} */
	async stretches(conv) {
		const { lines, relationship } = this.#inside.conversation(conv);
		const { stretches, handed } = await this.#inside.given.core.stretches({ conv });
		const given = epochsOf(handed, relationship.handover?.to.account_id);
		const open = stretches.filter((/** @type {any} */ { mine, count }) => mine && count > 0);
		return Object.freeze(
			open.map((/** @type {any} */ { epoch, from, until, n, upto, count }) => {
				const first = lines.find((line) => (line.n ?? 0) > n && (line.n ?? 0) <= upto && line.text !== "");
				return Object.freeze({
					epoch,
					from,
					until,
					count,
					first: first?.text ?? "",
					handed: given.has(epoch),
				});
			}),
		);
	}

	/**
	 * Lets whoever said yes in: the header, then what they may read of before, then words of my own.
	 * What a try before did is not done twice, and the words are said even where the keys of before did not arrive.
	 * @param {string} id @param {{to: string, name: string, epochs: number[], words: string, instead: boolean, until?: number | null}} chosen `to` and `name`: as they were looked at; `until`: until which day both read
	 */
	async letIn(id, { to, name, epochs, words, instead, until = null }) {
		const { handover, other } = this.#inside.relation(id);
		const conv = this.#convOf(id);
		if (handover?.state !== "agreed") throw new RoomError("not-now");
		if (handover.to.account_id !== to) throw new RoomError("name-moved");
		const insteadOf = instead ? other.account_id : null;
		const deed = JSON.stringify({ specialist: handover.to, name: String(name), insteadOf });
		if (until !== (handover.until_on ?? null) && handover.kind === "handover") await this.stay(id, until);
		if (this.#reader(conv, to) === undefined) await this.#done(conv, "bring", { text: deed });
		await this.#step(id, "handover/look");
		try {
			if (epochs.length > 0) await this.#hand(id, conv, to, epochs);
		} finally {
			if (words.trim() !== "") this.#inside.conversation(conv).say(words);
		}
	}

	/** More of before, for somebody who reads already. @param {string} id @param {number[]} epochs */
	async handMore(id, epochs) {
		const { handover } = this.#inside.relation(id);
		if (handover === undefined) throw new RoomError("not-now");
		await this.#hand(id, this.#convOf(id), handover.to.account_id, epochs);
	}

	/** Somebody reads no further, by my press alone: whoever was named there. @param {string} id @param {string} accountId @param {string | null} name */
	async letGo(id, accountId, name) {
		const conv = this.#convOf(id);
		await this.#inside.conversation(conv).isHere();
		const reader = this.#reader(conv, accountId);
		if (reader !== undefined && reader.name !== name) throw new RoomError("name-moved");
		if (reader !== undefined) await this.#done(conv, "go", { to: accountId });
		await this.#step(id, "handover/look");
		await this.#inside.refresh();
	}

	/**
	 * By one press: who left reads no further, and who said yes and was not let in yet comes in their place. That they left is
	 * the house's word: nobody goes by it alone, and nobody but who was named there.
	 * @param {string} id @param {{left: string, name: string | null, comes: string | null}} shown
	 */
	async followLeft(id, { left, name, comes }) {
		const { handover, other } = this.#inside.relation(id);
		if (handover?.let_go !== left) throw new RoomError("name-moved");
		if (this.#isWaitedFor(id)) await this.#bringInstead(id, other, { left, comes });
		else await this.letGo(id, left, name);
	}

	/** @param {string} id @param {any} specialist @param {{left: string, comes: string | null}} shown */
	async #bringInstead(id, specialist, { left, comes }) {
		const text = JSON.stringify({ specialist, name: String(comes), insteadOf: left });
		await this.#done(this.#convOf(id), "bring", { text });
		await this.#step(id, "handover/look");
		await this.#inside.refresh();
	}

	/** Whether the talk goes on with this one alone, and they do not stand in its header. @param {string} id */
	#isWaitedFor(id) {
		const { handover, other } = this.#inside.relation(id);
		const conv = this.#convOf(id);
		const here = this.#inside.relationships.all.filter(isMineAndOpen);
		if (here.filter((one) => newestOf(one)?.conv === conv).length > 1) return false;
		if (handover.to.account_id === other.account_id) return !handover.reads;
		const now = readersNow(this.#inside.conversation(conv).known);
		return now.length > 0 && !now.some(({ account_id }) => account_id === other.account_id);
	}

	/** The entry first, then its keys: they can be made again for what was granted. @param {string} id @param {string} conv @param {string} to @param {number[]} epochs */
	async #hand(id, conv, to, epochs) {
		const { core } = this.#inside.given;
		const { stretches, handed } = await core.stretches({ conv });
		const given = epochsOf(handed, to);
		const before = stretches.filter(
			(/** @type {any} */ one) => !one.isOpen && one.mine && !given.has(one.epoch),
		);
		const isAll = before.every((/** @type {any} */ { epoch }) => epochs.includes(epoch));
		await this.#done(conv, "grant", { text: JSON.stringify(epochs), to });
		const { wraps } = await core.grantedWraps({ conv, account_id: to });
		await this.#step(id, "handover/history", { all: isAll, wraps });
	}

	get #api() {
		return this.#inside.given.api;
	}

	/** @param {string} id */
	#convOf(id) {
		const conv = newestOf(this.#inside.relation(id))?.conv ?? "";
		if (this.#inside.conversations.of(conv) === null) throw new RoomError("not-found");
		return conv;
	}

	/** Somebody else who reads now, as the headers say. @param {string} conv @param {string} id */
	#reader(conv, id) {
		return readersNow(this.#inside.conversation(conv).known).find(({ account_id }) => account_id === id);
	}

	/** @param {string} id @param {string} step @param {object} [body] */
	#step(id, step, body) {
		return this.#inside.step(id, /** @type {any} */ (step), body);
	}

	/** Until it stands on the wire; what cannot go now is taken back. @param {string} conv @param {"bring" | "go" | "grant"} kind @param {object} given */
	async #done(conv, kind, given) {
		const conversation = this.#inside.conversation(conv);
		const { clock } = this.#inside.given;
		conversation.changing.undo(null);
		const until = clock.now() + PATIENCE;
		const key = conversation.sayAs(kind, /** @type {any} */ (given));
		while (conversation.isOnItsWay(key)) {
			const asks = conversation.lines.some(({ state }) => state === "asks");
			if (asks || clock.now() > until) {
				await conversation.takeBack(key);
				throw new RoomError(conversation.isOnItsWay(key) ? "on-its-way" : waitedFor(conversation, asks));
			}
			await new Promise((go) => clock.after(LOOK_EVERY, () => go(undefined)));
		}
		const { undone } = conversation.changing;
		if (undone !== null) throw asRoomError(Object.assign(new Error(undone), { code: undone }));
	}
}

/** What somebody was given of before. @param {readonly {to: string, epochs: number[]}[]} handed @param {string | undefined} id @returns {Set<number>} */
const epochsOf = (handed, id) =>
	new Set(handed.filter(({ to }) => to === id).flatMap(({ epochs }) => epochs));

/** Why it never went. @param {import("./conversation.js").Conversation} conversation @param {boolean} asks */
function waitedFor({ known: { canWrite, cannot } }, asks) {
	if (asks) return "line-asks";
	if (canWrite || cannot === "catching-up") return "offline";
	return cannot === "lock-changed" ? cannot : "cannot-write";
}
