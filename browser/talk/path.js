import { toText } from "../crypto/bytes.js";
import { dateHere, today } from "./clock.js";
import { isHard, isSafeLine } from "./hard-lines.js";
import { roomIn, rowsIn, shownIn, without, withChanged, withNo, withRow, withShown } from "./own-rows.js";
import { areRead } from "./own-day.js";
import { goesOf, isThere, mayGoUnasked } from "./path-standing.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * A client's own path, the plan for bad days and the diary; what of the path is shown in a talk; and that today is a bad day.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./own-rows.js").Own} Own
 * @typedef {import("./own-rows.js").Row} Row
 */

const STEPS = 2;
/** So often on one visit what never left is sent by itself. */
const TRIES = 3;

export class Part {
	#inside;
	/** The date on which somebody said that it is a bad day, whether they told anybody or not. */
	#badOn = "";
	/** What leaves for a talk, by the talk: its key, while it is on its way. @type {Map<string, string>} */
	#going = new Map();
	/** How often something was sent unasked, by the talk. @type {Map<string, number>} */
	#unasked = new Map();
	/** Whether the plan was looked for on this visit. */
	#isLooked = false;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		open: () => this.#open(),
		warm: () => this.#warm(),
		add: (/** @type {[Own, Record<string, any>]} */ ...all) => this.#add(...all),
		change: (/** @type {[Own, any, Record<string, any>]} */ ...all) => this.#change(...all),
		remove: (/** @type {[Own, any]} */ ...all) => this.#remove(...all),
		show: (/** @type {[string, {asks: boolean, parts: number[]}]} */ ...all) => this.#show(...all),
		take: (/** @type {[string, {id: string, b: string}]} */ ...all) => this.#take(...all),
		leave: (/** @type {string} */ id) => this.#leave(id),
		suggest: (/** @type {[string, string]} */ ...all) => this.#suggest(...all),
		pressed: () => this.#pressed(),
		tell: (/** @type {[string, number, string]} */ ...all) => this.#tell(...all),
		undo: (/** @type {[string, string]} */ ...all) => this.#undo(...all),
		over: () => this.#over(),
		day: () => this.#day(),
		notSafe: (/** @type {[string, string]} */ ...all) => this.#notSafe(...all),
	});

	/** What was chosen and never left, after a cut line or a lock, leaves now. */
	again() {
		for (const { conv } of this.#clientTalks) {
			const shown = shownIn(this.#docs("path"), conv);
			const talk = this.#inside.conversations.of(conv);
			const tries = this.#unasked.get(conv) ?? 0;
			if (shown === null || talk === null || this.#standing(conv) !== "held" || tries >= TRIES) continue;
			if (!talk.known.canWrite || !mayGoUnasked(shown, talk.known.turns)) continue;
			this.#unasked.set(conv, tries + 1);
			this.#send(conv, shown);
		}
	}

	/** Something of mine was stored. */
	sent() {
		this.#inside.given.onChange();
	}

	get shown() {
		const { state, troubles } = this.#inside.notebook.seen;
		const docs = this.#docs("path");
		return Object.freeze({
			isOpen: state === "open",
			isPlanHere: state === "open" || this.#isLooked,
			path: rowsIn(docs),
			plan: rowsIn(this.#docs("plan")),
			diary: [...rowsIn(this.#docs("diary"))].sort((one, other) => one.day - other.day),
			no: docs.flatMap(({ content }) => content.no),
			talks: this.#talks(docs),
			troubles: troubles.filter(({ code }) => code !== "doc-newer").length,
			badDay: this.#isBadDay,
		});
	}

	/** Today was called a bad day, here or in a line of one's own; not being safe is one too; null while such a line may be unread. */
	get #isBadDay() {
		const now = dateHere(this.#inside.given.clock.now());
		const talks = this.#clientTalks;
		if (this.#badOn === now || talks.some(({ conv }) => this.#ofToday(conv, isHard) !== null)) return true;
		const areHere = talks.every(({ conv }) => this.#inside.conversations.of(conv)?.catching === false);
		return areHere && this.#inside.relationships.areRead ? false : null;
	}

	/** The same, once all that I said lately is here. */
	async #day() {
		const talks = this.#clientTalks.map(({ conv }) => this.#inside.conversations.of(conv));
		const isRead = this.#isBadDay === true || (await areRead(this.#inside, talks));
		this.#inside.given.onChange();
		return isRead ? this.#isBadDay : null;
	}

	/** My own line of today of such a kind, in a talk that is open here. @param {string} conv @param {(line: import("./lines.js").Line) => boolean} isOf @returns {string | null} */
	#ofToday(conv, isOf) {
		const now = dateHere(this.#inside.given.clock.now());
		const isOne = (/** @type {import("./lines.js").Line} */ line) =>
			line.from === "me" && line.date === now && isOf(line);
		return (this.#inside.conversations.of(conv)?.lines ?? []).findLast(isOne)?.id ?? null;
	}

	/** Talks of mine that go on, in which I am the one who seeks support. */
	get #clientTalks() {
		return this.#inside.relationships.all
			.filter(({ mine, state }) => mine === "client" && state === "active")
			.flatMap(({ conversations }) => conversations.slice(0, 1));
	}

	/** What is shown in each talk, and what was suggested there and not answered. @param {readonly import("./own-rows.js").Doc[]} docs */
	#talks(docs) {
		const known = new Set([
			...rowsIn(docs).map(({ id }) => id),
			...docs.flatMap(({ content }) => content.no),
		]);
		return Object.freeze(
			this.#clientTalks.map(({ conv }) => {
				const { asks = false, parts = [] } = shownIn(docs, conv) ?? {};
				const suggested = this.#inside.conversations.of(conv)?.known.path?.suggested ?? [];
				const open = asks ? suggested.filter(({ id }) => !known.has(id)) : [];
				const told = this.#ofToday(conv, isBadDay);
				const unsafe = this.#ofToday(conv, isSafeLine);
				const standing = this.#standing(conv);
				return Object.freeze({ conv, asks, parts, suggested: Object.freeze(open), told, unsafe, standing });
			}),
		);
	}

	/** Does the talk say what was chosen: it does, it is on its way, or it never left; nobody knows before its lines are here. @param {string} conv @returns {"there" | "going" | "held" | "unread"} */
	#standing(conv) {
		const docs = this.#docs("path");
		const shown = shownIn(docs, conv);
		const talk = this.#inside.conversations.of(conv);
		if (shown === null || talk === null) return "there";
		if (talk.isOnItsWay(this.#going.get(conv) ?? "")) return "going";
		if (talk.catching) return "unread";
		const oldest = talk.older === "none" ? 0 : (talk.lines.find(({ ts }) => ts !== null)?.ts ?? Infinity);
		return isThere(talk.known.path.shown, goesOf(docs, shown), { at: shown.at, oldest }) ? "there" : "held";
	}

	/** @param {Own} own @returns {readonly import("./own-rows.js").Doc[]} */
	#docs(own) {
		return this.#inside.notebook.seen.own.filter(({ kind }) => kind === own);
	}

	/** Everything of one's own, fetched and opened. */
	async #open() {
		await this.#inside.notebook.open();
		this.#isLooked = true;
		this.again();
	}

	/** Soon after the lock was opened: the plan is here before anybody needs it, with a line or without one. */
	async #warm() {
		if (this.#isLooked || this.#inside.notebook.seen.state === "open") return;
		try {
			await this.#inside.notebook.fetchOwn("plan");
			this.#isLooked = true;
			await this.#inside.notebook.fetchOwn("path");
			this.again();
			this.#inside.given.onChange();
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** @param {Own} own @param {Record<string, any>} given */
	async #add(own, given) {
		await this.#ready();
		const row = this.#row(own, given, { id: this.#freshId() });
		await this.#write(own, roomIn(this.#docs(own), own), (content) => withRow(content, row));
		await this.#spread(own, [row]);
	}

	/** @param {Own} own @param {Row & {docId: string}} before as it was shown @param {Record<string, any>} given */
	async #change(own, { docId, ...before }, given) {
		const row = /** @type {Row} */ ({ ...before, ...given, b: wordsOf(given.b ?? before.b, own) });
		await this.#write(own, docId, (content) => withChanged(content, before, row, this.#freshId()));
		await this.#spread(own, [row]);
	}

	/** @param {Own} own @param {Row & {docId: string}} before */
	async #remove(own, { docId, ...before }) {
		await this.#write(own, docId, (content) => without(content, before));
		await this.#spread(own, [before]);
	}

	/** From now on these parts are shown in this talk, and no others. @param {string} conv @param {{asks: boolean, parts: number[]}} how */
	async #show(conv, { asks, parts }) {
		await this.#ready();
		const shown = { asks, at: this.#inside.given.clock.now(), conv, parts: [...parts].sort() };
		const docId = this.#docs("path")[0]?.docId;
		await this.#write("path", docId, (content) => withShown(content, shown));
		this.#send(conv, shown);
	}

	/** A step that was suggested becomes one of one's own. @param {string} conv @param {{id: string, b: string}} suggestion */
	async #take(conv, { id, b }) {
		await this.#ready();
		const row = this.#row("path", { b, k: STEPS, by: 2 }, { id });
		if (rowsIn(this.#docs("path")).some((one) => one.id === id)) return;
		await this.#write("path", roomIn(this.#docs("path"), "path"), (content) => withRow(content, row));
		await this.#spread("path", [row], conv);
	}

	/** Nobody is told. @param {string} id */
	async #leave(id) {
		await this.#ready();
		await this.#write("path", this.#docs("path")[0]?.docId, (content) => withNo(content, id));
	}

	/** By whoever reads with them: it stands in the talk, and no path changes by it. @param {string} conv @param {string} words */
	async #suggest(conv, words) {
		const row = this.#row("path", { b: words, k: STEPS, by: 2 }, { id: this.#freshId() });
		this.#conversation(conv).changing.path({ asks: false, parts: [STEPS], rows: [asPathRow(row)] });
	}

	#pressed() {
		this.#badOn = dateHere(this.#inside.given.clock.now());
		this.#inside.given.onChange();
	}

	/** Only now the other learns of it. @param {string} conv @param {number} wish @param {string} words */
	async #tell(conv, wish, words) {
		this.#pressed();
		const card = { t: "bad-day", wish, words: words.trim() };
		return this.#conversation(conv).sayAs("card", { text: JSON.stringify(card) });
	}

	/** As it stood on the screen. It asks nothing first. @param {string} conv @param {string} text */
	async #notSafe(conv, text) {
		this.#pressed();
		const card = { t: "safe-line", words: wordsOf(text, "path") };
		return this.#conversation(conv).sayAs("card", { text: JSON.stringify(card) });
	}

	/** Taken back, sent already or not. @param {string} conv @param {string} id as the line is shown */
	async #undo(conv, id) {
		const conversation = this.#conversation(conv);
		if (conversation.isOnItsWay(id)) {
			await conversation.takeBack(id);
			if (conversation.isOnItsWay(id)) throw new RoomError("on-its-way");
		} else conversation.changing.erase(id);
		this.#over();
	}

	/** It is an ordinary day after all. */
	#over() {
		this.#badOn = "";
		this.#inside.given.onChange();
	}

	async #ready() {
		if (this.#inside.notebook.seen.state !== "open") await this.#open();
	}

	/** @param {Own} own @param {string | undefined} docId @param {(content: any) => any} change */
	#write(own, docId, change) {
		return this.#inside.notebook.writeOwn(own, docId, change);
	}

	/** Where a part is shown that these rows stand in, the other sees it as it is now. @param {Own} own @param {readonly Row[]} rows @param {string} [only] */
	async #spread(own, rows, only) {
		if (own !== "path") return;
		const docs = this.#docs("path");
		for (const { conv } of this.#clientTalks) {
			const shown = shownIn(docs, conv);
			if (shown === null || (only !== undefined && only !== conv)) continue;
			if (rows.some(({ k }) => shown.parts.includes(k))) this.#send(conv, shown);
		}
	}

	/** @param {string} conv @param {{asks: boolean, parts: number[]}} shown */
	#send(conv, shown) {
		const goes = goesOf(this.#docs("path"), shown);
		this.#going.set(conv, this.#conversation(conv).changing.path(goes));
		this.#inside.given.onChange();
	}

	/** @param {string} conv */
	#conversation(conv) {
		return this.#inside.conversation(conv);
	}

	/** @param {Own} own @param {Record<string, any>} given @param {{id: string}} named @returns {Row} */
	#row(own, given, { id }) {
		const day = today(this.#inside.given.clock);
		const b = wordsOf(given.b, own);
		if (own === "plan") return { b, id, k: given.k, n: (given.n ?? "").trim() };
		if (own === "diary") return { b, day, id, matters: given.matters, sure: given.sure };
		return { b, by: given.by ?? 1, day, done: 0, id, k: given.k };
	}

	#freshId() {
		const { chance } = this.#inside.given;
		return toText(Uint8Array.from({ length: 8 }, () => Math.floor(chance() * 256)));
	}
}

/** A look at oneself may go without words. @param {string} text @param {Own} own */
function wordsOf(text, own) {
	const words = text.trim();
	if (words === "" && own !== "diary") throw new RoomError("empty");
	return words;
}

/** @param {any} row of a path @returns {import("../crypto/path.js").PathRow} */
const asPathRow = (row) => row;

/** @param {import("./lines.js").Line} line */
const isBadDay = ({ card }) => card?.t === "bad-day";
