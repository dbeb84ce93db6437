import { ABOUT, STEP } from "../crypto/mend.js";
import { today } from "./clock.js";
import { isRefusal, RoomError } from "./trouble.js";
import { untilItStands } from "./written.js";

/**
 * What did not sit right: the words go into the talk first, then the house is told that something is open, answered or closed.
 * What was cut off between the two is made up for when the talk is looked at again.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("../crypto/mend.js").Mend} Mend
 * @typedef {Readonly<{ref: string, mine: boolean, dueOn: number, answered: boolean, late: boolean, tellsDesk: boolean | null}>} Row as the house keeps it
 */

const AGAIN = 4_000;
/** As many as the house keeps open between two people. */
const MOST_OPEN = 10;
/** What the house has forgotten is not told to it again. */
const RECENT = 14 * 86_400_000;

export class Part {
	#inside;
	/** @type {Readonly<Record<string, readonly Row[]>>} by conversation */
	#rows = Object.freeze({});
	/** Whether the desk may know of a late reply, as it was chosen here. @type {Map<string, boolean>} */
	#wishes = new Map();
	/** What the house names and nobody said, where everything was read. @type {Set<string>} */
	#nowhere = new Set();
	/** @type {(() => void) | null} */
	#again = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** What is open, for the talks that were looked at. */
	get shown() {
		return this.#rows;
	}

	end() {
		this.#again?.();
	}

	/** @param {string} conv */
	async #look(conv) {
		await this.#inside.conversation(conv).isHere();
		const rows = await this.#read(conv);
		await this.#readBack(conv, rows);
		const made = await this.#makeUp(conv, rows);
		if (made) await this.#read(conv);
		if (!made && this.#isOnItsWay(conv)) this.#lookLater(conv);
	}

	/** `of` the name of the form: the same again changes nothing. @param {{conv: string, of: string, about: number, re: string | null, text: string, tellsDesk: boolean}} given */
	async #say({ conv, of, about, re, text, tellsDesk }) {
		const mine = (await this.#read(conv)).filter((row) => row.mine && row.ref !== of);
		if (mine.length >= MOST_OPEN) throw new RoomError("repairs-full");
		this.#wishes.set(of, tellsDesk);
		const step = { step: STEP.SAYS, of, about, how: 0, re, text };
		await this.#write(conv, step, (said) => said.from === "me");
		await this.#tell(conv);
		if (this.#mends(conv).some((said) => said.of === of && said.text !== text))
			throw new RoomError("said-before");
	}

	/** `before`: how many of my replies stood when this one was begun; the same words may be said again. @param {{conv: string, of: string, text: string, before?: number}} given */
	async #reply({ conv, of, text, before = 0 }) {
		const step = { step: STEP.REPLIES, of, about: 0, how: 0, re: null, text };
		await this.#write(conv, step, ({ replies }) => {
			const mine = replies.filter(({ from }) => from === "me");
			return mine.slice(before).some((one) => one.text === text);
		});
		await this.#tell(conv);
	}

	/** @param {{conv: string, of: string, how: number, text: string}} given */
	async #close({ conv, of, how, text }) {
		const step = { step: STEP.CLOSES, of, about: 0, how, re: null, text };
		await this.#write(conv, step, ({ closed }) => closed !== null);
		await this.#tell(conv);
		const closed = this.#mends(conv).find((mend) => mend.of === of)?.closed ?? null;
		if (closed !== null && (closed.how !== how || closed.text !== text)) throw new RoomError("closed-before");
	}

	/** The words stand: a house that cannot be reached now hears of them at the next look. @param {string} conv */
	async #tell(conv) {
		try {
			await this.#look(conv);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** Whether the desk may know of a late reply, said anew. @param {{conv: string, of: string, tellsDesk: boolean}} given */
	async #wish({ conv, of, tellsDesk }) {
		const { id } = this.#inside.conversation(conv).relationship;
		this.#wishes.delete(of);
		this.#show(conv, await this.#step(id, of, "desk", { tells_desk: tellsDesk }));
	}

	/** For oneself alone: a page of the notebook. @param {{about: number, name: string, line: string, text: string}} given */
	#keep({ about, name, line, text }) {
		const { core, clock } = this.#inside.given;
		const begun = { name: beginning(name, 80), line: about === ABOUT.LINE ? beginning(line, 280) : "" };
		return this.#inside.notebook.keep(() => core.keepUnsaid({ about, ...begun, text, day: today(clock) }));
	}

	deeds = Object.freeze({
		look: (/** @type {string} */ conv) => this.#look(conv),
		say: (/** @type {any} */ given) => this.#say(given),
		reply: (/** @type {any} */ given) => this.#reply(given),
		close: (/** @type {any} */ given) => this.#close(given),
		wish: (/** @type {any} */ given) => this.#wish(given),
		keep: (/** @type {any} */ given) => this.#keep(given),
	});

	/** @param {string} conv @returns {readonly Mend[]} */
	#mends(conv) {
		return this.#inside.conversation(conv).known.mends;
	}

	/** @param {string} conv @returns {Promise<readonly Row[]>} */
	async #read(conv) {
		const { id } = this.#inside.conversation(conv).relationship;
		return this.#show(conv, await this.#inside.given.api.part("GET", `relationships/${id}/repairs`));
	}

	/** The same again changes nothing. @param {number} id @param {string} ref @param {"say" | "desk" | "answered" | "close"} step @param {object} said */
	#step(id, ref, step, said) {
		const { api } = this.#inside.given;
		const path = `relationships/${id}/repairs/${encodeURIComponent(ref)}`;
		if (step === "close") return api.part("DELETE", path);
		if (step === "desk") return api.part("PUT", `${path}/desk`, said);
		return step === "say" ? api.part("PUT", path, said) : api.part("POST", `${path}/answered`);
	}

	/** @param {string} conv @param {{repairs: readonly any[]}} answer @returns {readonly Row[]} */
	#show = (conv, { repairs }) => this.#keepShown(conv, repairs.map(rowOf));

	/** What the house names stands in the talk, maybe far back: lines are fetched until its beginning was read, and was said by whom the house says. @param {string} conv @param {readonly Row[]} rows */
	async #readBack(conv, rows) {
		const talk = this.#inside.conversation(conv);
		const sought = () => rows.filter((row) => !this.#nowhere.has(row.ref) && !agrees(row, this.#mends(conv)));
		while (sought().length > 0 && talk.older === "more" && !talk.known.stopped) await talk.loadOlder();
		const lost = talk.older === "none" ? sought() : [];
		for (const { ref } of lost) this.#nowhere.add(ref);
		if (lost.length > 0) this.#keepShown(conv, rows);
	}

	/** Where everything was read, what the house says of nothing is nothing. @param {string} conv @param {Row} row */
	#isOf(conv, row) {
		return !this.#nowhere.has(row.ref) || agrees(row, this.#mends(conv));
	}

	/** @param {string} conv @param {readonly Row[]} rows @returns {readonly Row[]} */
	#keepShown(conv, rows) {
		const shown = Object.freeze(rows.filter((row) => this.#isOf(conv, row)));
		this.#rows = Object.freeze({ ...this.#rows, [conv]: shown });
		this.#inside.given.onChange();
		return shown;
	}

	/** Tells the house what it does not know yet of my own steps. @param {string} conv @param {readonly Row[]} rows */
	async #makeUp(conv, rows) {
		const { relationship } = this.#inside.conversation(conv);
		if (relationship.state !== "active") return false;
		const { clock } = this.#inside.given;
		let made = false;
		for (const mend of this.#mends(conv)) {
			const row = rows.find(({ ref }) => ref === mend.of);
			const step = stepOwed(mend, row, clock.now()) ?? this.#wishOwed(row);
			if (step === null) continue;
			await this.#step(relationship.id, mend.of, step, { tells_desk: this.#wishes.get(mend.of) ?? false });
			this.#wishes.delete(mend.of);
			made = true;
		}
		return made;
	}

	/** Another device of mine told the house first, and knew nothing of the wish. @param {Row | undefined} row */
	#wishOwed(row) {
		return row?.tellsDesk === false && this.#wishes.get(row.ref) ? "desk" : null;
	}

	/** The other's room has not told the house yet. @param {string} conv */
	#isOnItsWay(conv) {
		const rows = this.#rows[conv] ?? [];
		const fresh = this.#inside.given.clock.now() - RECENT;
		return this.#mends(conv).some(
			({ of, from, closed, ts }) =>
				from === "them" && closed === null && ts > fresh && !rows.some(({ ref }) => ref === of),
		);
	}

	/** @param {string} conv */
	#lookLater(conv) {
		if (this.#again !== null) return;
		const done = () => {
			this.#again = null;
		};
		this.#again = this.#inside.given.clock.after(AGAIN, () => {
			this.#read(conv).then(done, done);
		});
	}

	/** Until it stands; what stands already is not written again. @param {string} conv @param {{of: string}} step @param {(mend: Mend) => boolean} stands */
	async #write(conv, step, stands) {
		const isThere = () => this.#mends(conv).some((mend) => mend.of === step.of && stands(mend));
		if (isThere()) return;
		try {
			await untilItStands(this.#inside, conv, "mend", step);
		} catch (error) {
			if (!isThere()) throw error;
		}
	}
}

/** @param {any} row @returns {Row} */
const rowOf = ({ ref, mine, due_on, answered, late, tells_desk }) =>
	Object.freeze({ ref, mine, dueOn: due_on, answered, late, tellsDesk: tells_desk });

/** Whether what the house says of one thing is what is sealed of it. @param {Row} row @param {readonly Mend[]} mends */
const agrees = (row, mends) => mends.some(({ of, from }) => of === row.ref && (from === "me") === row.mine);

/** What of my own the house has to hear. @param {Mend} mend @param {Row | undefined} row @param {number} now @returns {"say" | "answered" | "close" | null} */
function stepOwed({ from, closed, replies, ts }, row, now) {
	if (from === "me" && closed !== null) return row === undefined ? null : "close";
	if (from === "me") return row === undefined && ts > now - RECENT ? "say" : null;
	const haveReplied = replies.some((reply) => reply.from === "me");
	return closed === null && haveReplied && row?.answered === false ? "answered" : null;
}

/** @param {string} text @param {number} longest */
const beginning = (text, longest) => [...text].slice(0, longest).join("");
