import { fromText } from "../crypto/bytes.js";
import { readOpener } from "../wire/lists.js";
import { takeFiles } from "./along-files.js";
import { Bring } from "./bring.js";
import { dateHere, today } from "./clock.js";
import { Readable, readableNotebook, readableNotes } from "./readable.js";
import { isReadable } from "./relationships.js";
import { readableOwn } from "./readable-own.js";
import { Rereading } from "./rereading.js";
import { isRefusal } from "./trouble.js";
import { wallOf } from "./wall.js";
import { Zip } from "./zip.js";

/**
 * Taking one's things along: one file with everything, locked with five words of its own.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {{code?: string, words?: string}} Proof
 * @typedef {object} How
 * @property {Proof} [proof] the spare code, and the five words where the sign-in is old
 * @property {string} [slotId] of a wish that has waited for its day
 * @property {boolean} readable with a copy that anyone can read
 * @property {import("./readable.js").Texts} texts
 * @typedef {{filename: string, file: Blob, words: readonly string[], talks: number, leftOut: number, filesLeftOut: number, documents: number, documentsLeftOut: number}} Made
 */

export class Along {
	#inside;
	/** The card was shown on this visit, and no file came of it yet. */
	#isProven = false;
	/** @type {{done: number, of: number} | null} */
	#progress = null;
	/** @type {Rereading | null} */
	#rereading = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
		/** The way back: what such a file brings in. */
		this.bring = new Bring(inside);
	}

	/** How many lines were read, of about how many. */
	get shown() {
		return this.#progress === null ? null : Object.freeze({ ...this.#progress });
	}

	/** @param {How} how @returns {Promise<Made | null>} null: the wish waits, because the card was not there */
	async take({ proof = {}, slotId, ...how }) {
		if (slotId === undefined && !this.#isProven) this.#isProven = await this.#ask(proof);
		if (slotId === undefined && !this.#isProven) return null;
		const made = await this.#making(how);
		await wallOf(this.#inside).taken();
		if (slotId !== undefined) await this.#finish(slotId);
		this.#isProven = false;
		return made;
	}

	/** Nothing more is read. */
	end() {
		this.#rereading?.end();
	}

	/** With the card at once; else it stands on every device until its day. @param {Proof} proof */
	async #ask({ code, words }) {
		const { core, api } = this.#inside.given;
		const { payload } = await core.askAlong(code === undefined ? {} : { code });
		const fresh = words === undefined ? {} : { words_auth: (await core.closeAuth({ words })).auth };
		this.#inside.meChanged(await api.changeWay({ ...payload, ...fresh }));
		return payload.spare_auth !== undefined;
	}

	/** @param {string} slotId */
	async #finish(slotId) {
		this.#inside.meChanged(await this.#inside.given.api.finishChange({ slot_id: slotId }));
	}

	/** @param {{readable: boolean, texts: import("./readable.js").Texts}} how */
	async #making(how) {
		await this.#inside.refresh();
		this.#rereading = new Rereading(this.#inside.given);
		try {
			return await this.#made(this.#rereading, how);
		} finally {
			this.#rereading.end();
			this.#rereading = null;
			this.#tell(null);
			await this.#inside.given.core.endAlong({}).catch(stillHere);
		}
	}

	/** @param {Rereading} rereading @param {{readable: boolean, texts: import("./readable.js").Texts}} how @returns {Promise<Made>} */
	async #made(rereading, { readable, texts }) {
		const { core, clock } = this.#inside.given;
		const zip = new Zip();
		/** @type {Record<string, string>} */
		const files = {};
		const put = async (/** @type {string} */ name, /** @type {Blob} */ content) => {
			files[name] = await zip.add(name, content);
		};
		await put("READ-ME.txt", new Blob([texts.readMe]));
		await put("pse_open.py", new Blob([await readOpener(this.#inside.given)]));
		const talks = await this.#talks(rereading, { readable, texts, put });
		if (readable) await put("readable/notes.txt", readableNotes(this.#notes(), texts));
		const kept = await this.#documents();
		if (readable) await put("readable/notebook.txt", readableNotebook(kept, texts));
		if (readable && kept.own.length > 0) await put("readable/path.txt", readableOwn(kept.own, texts.own));
		const { words } = await core.suggest({});
		const sealed = await core.sealAlong({
			...{ words, day: today(clock), files, talks: talks.rows, own: this.#own() },
			relationships: this.#inside.relationships.all,
		});
		await zip.add("manifest.json", blobOf(sealed.manifest));
		await zip.add("sealed.box", blobOf(sealed.box));
		const filename = `notes-${dateHere(clock.now())}.zip`;
		const { rows, leftOut, filesLeftOut } = talks;
		return Object.freeze({
			...{ filename, file: zip.done(), words: Object.freeze(words) },
			...{ talks: rows.length, leftOut, filesLeftOut },
			...{
				documents: kept.pages.length + kept.kept.length + kept.checks.length + kept.own.length,
				documentsLeftOut: kept.troubles.length,
			},
		});
	}

	/** @param {Rereading} rereading @param {{readable: boolean, texts: import("./readable.js").Texts, put: (name: string, content: Blob) => Promise<void>}} how */
	async #talks(rereading, { readable, texts, put }) {
		const all = this.#inside.relationships.all.filter(isReadable).flatMap(conversationsIn);
		const of = all.reduce((sum, { n }) => sum + n, 0);
		const rows = [];
		let [done, leftOut, filesLeftOut] = [0, 0, 0];
		for (const { relation, conv, n } of all) {
			const name = this.#nameOf(relation, texts);
			let copy = new Readable(name, texts, relation.mine);
			this.#tell({ done, of });
			const read = await this.#read(rereading, relation, conv, (some, head, isFirst) => {
				if (isFirst) copy = new Readable(name, texts, relation.mine);
				copy.put([...some.lines, ...some.changed]);
				this.#tell({ done: done + Math.min(head, n), of });
			});
			const lines = copy.withFiles;
			done += n;
			if (read === null) leftOut += 1;
			if (read === null) continue;
			/** @type {number} */
			const number = rows.length + 1;
			await put(`talks/${number}.frames`, read.frames);
			const taken = await takeFiles(this.#inside.given, { conv, number, lines, readable, put });
			filesLeftOut += lines.length - taken.size;
			copy.lay(taken);
			if (readable) await put(`readable/talk-${number}.txt`, copy.text);
			if (readable) await put(`readable/talk-${number}.html`, copy.page);
			rows.push({ conv, file: `talks/${number}.frames`, relationship: relation.id, name });
		}
		return { rows, leftOut, filesLeftOut };
	}

	/**
	 * One that cannot be checked keeps nobody from taking the others.
	 * @param {Rereading} rereading @param {Relation} relation @param {string} conv @param {import("./rereading.js").OnLines} onLines
	 */
	async #read(rereading, relation, conv, onLines) {
		try {
			return await rereading.conversation(relation, conv, onLines);
		} catch (error) {
			if (!isRefusal(error) || GENERAL.has(/** @type {any} */ (error).code)) throw error;
			return null;
		}
	}

	/** @param {Relation} relation @param {import("./readable.js").Texts} texts */
	#nameOf(relation, texts) {
		const { relationships, conversations } = this.#inside;
		const verified = relationships.verified(relation.other.account_id);
		return (
			verified?.name ??
			conversations.newestOf(relation)?.known.name ??
			relation.other.display_name ??
			texts.them
		);
	}

	/** Everything that is kept for oneself, fetched and opened: the core puts it into the papers. */
	async #documents() {
		await this.#inside.notebook.open();
		return this.#inside.notebook.seen;
	}

	#own() {
		const { endorsement = null, profile = null } = this.#inside.me;
		return { endorsement, profile };
	}

	#notes() {
		const { relationships, notes, drafts } = this.#inside;
		const people = relationships.all.map((relation) => ({
			...notes.of(relation, relationships.all),
			name: relation.other.display_name ?? "",
		}));
		const kept = people.filter(({ called, note }) => called !== "" || note !== "");
		return { people: kept, drafts: drafts.all() };
	}

	/** @param {{done: number, of: number} | null} progress */
	#tell(progress) {
		this.#progress = progress;
		this.#inside.given.onChange();
	}
}

/** What is wrong with everything, and not with one conversation. */
const GENERAL = new Set(["offline", "timeout", "signed-out", "locked-out", "ended", "server-trouble"]);

/** @param {Relation} relation */
function conversationsIn(relation) {
	return [...relation.conversations].reverse().map(({ conv, n }) => ({ relation, conv, n }));
}

/** @param {string} text base64url */
const blobOf = (text) => new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (fromText(text))]);

/** The core was locked meanwhile, and has forgotten by itself. @param {unknown} error */
function stillHere(error) {
	if (!isRefusal(error)) throw error;
}
