import { today } from "./clock.js";
import { readersNow } from "./company.js";
import { isOpen, newestOf } from "./relationships.js";
import { RoomError } from "./trouble.js";

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
		const { handovers } = await this.#api.handovers();
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

	/** My yes or no to coming into a talk. @param {number} handoverId @param {boolean} isYes */
	async answer(handoverId, isYes) {
		const { core, clock } = this.#inside.given;
		if (!isYes) return await this.#api.answerHandover(handoverId, "no");
		const { handovers } = await this.#api.handovers();
		const handover = handovers.find((/** @type {any} */ row) => row.id === handoverId);
		if (handover === undefined) throw new RoomError("not-found");
		await this.#inside.readWho();
		const signed = await core.agreeToCome({ handover, day: today(clock) });
		await this.#api.answerHandover(handoverId, "yes", signed);
		await this.#inside.refresh();
	}

	/** What there is of before, and what each stretch holds. @param {string} conv @returns {Promise<readonly Stretch[]>} */
	async stretches(conv) {
		const { stretches, handed } = await this.#inside.given.core.stretches({ conv });
		const given = new Set(handed.flatMap((/** @type {any} */ one) => one.epochs));
		const { lines } = this.#inside.conversation(conv);
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
	 * @param {string} id @param {{epochs: number[], words: string, instead: boolean}} chosen
	 */
	async letIn(id, { epochs, words, instead }) {
		const { handover, other } = this.#inside.relation(id);
		const conv = this.#convOf(id);
		if (handover?.state !== "agreed") throw new RoomError("not-now");
		const insteadOf = instead ? other.account_id : null;
		await this.#done(conv, "bring", { text: JSON.stringify({ specialist: handover.to, insteadOf }) });
		await this.#step(id, "handover/look");
		if (epochs.length > 0) await this.#hand(id, conv, handover.to.account_id, epochs);
		if (words.trim() !== "") this.#inside.conversation(conv).say(words);
	}

	/** More of before, for somebody who reads already. @param {string} id @param {number[]} epochs */
	async handMore(id, epochs) {
		const { handover } = this.#inside.relation(id);
		if (handover === undefined) throw new RoomError("not-now");
		await this.#hand(id, this.#convOf(id), handover.to.account_id, epochs);
	}

	/** Somebody reads no further. @param {string} id @param {string} accountId */
	async letGo(id, accountId) {
		await this.#done(this.#convOf(id), "go", { to: accountId });
		await this.#step(id, "handover/look");
		await this.#inside.refresh();
	}

	/** Who left goes with the next header, before anything is written; who said yes and was not let in yet comes in their place. */
	async followLeft() {
		for (const one of this.#inside.relationships.all.filter(isMineAndOpen)) {
			const id = String(one.id);
			const { handover, other } = this.#inside.relation(id);
			const left = handover?.let_go;
			if (!left) continue;
			if (this.#isWaitedFor(id)) await this.#bringInstead(id, other, left);
			else await this.letGo(id, left);
		}
	}

	/** @param {string} id @param {any} specialist @param {string} left */
	async #bringInstead(id, specialist, left) {
		const text = JSON.stringify({ specialist, insteadOf: left });
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
		const { stretches } = await core.stretches({ conv });
		const before = stretches.filter((/** @type {any} */ one) => !one.isOpen && one.mine);
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

	/** @param {string} id @param {string} step @param {object} [body] */
	#step(id, step, body) {
		return this.#inside.step(id, /** @type {any} */ (step), body);
	}

	/** Until it stands on the wire; what cannot go now is taken back. @param {string} conv @param {"bring" | "go" | "grant"} kind @param {object} given */
	async #done(conv, kind, given) {
		const conversation = this.#inside.conversation(conv);
		const { clock } = this.#inside.given;
		const before = conversation.changing.undone;
		const until = clock.now() + PATIENCE;
		const key = conversation.sayAs(kind, /** @type {any} */ (given));
		while (conversation.isOnItsWay(key)) {
			if (clock.now() > until) {
				await conversation.takeBack(key);
				throw new RoomError(conversation.isOnItsWay(key) ? "on-its-way" : "offline");
			}
			await new Promise((go) => clock.after(LOOK_EVERY, () => go(undefined)));
		}
		const { undone } = conversation.changing;
		if (undone !== null && undone !== before) throw new RoomError(undone);
	}
}
