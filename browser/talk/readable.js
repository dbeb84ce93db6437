import { dateHere, timeHere } from "./clock.js";

/**
 * A copy of a conversation that anyone can read: plain text, and a page that loads and runs nothing.
 * @typedef {{readMe: string, me: string, them: string, with: (name: string) => string, late: string, draft: string, left: string, continues: string, forgotten: string, unopened: string}} Texts what the screen says, in its language
 * @typedef {{n: number, from: "me" | "them", t: string | null, text: string, ts: number | null, late: boolean, trouble: string | null}} Line as the core answers it
 */

const LOOK =
	"body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}" +
	"dt{color:#555;margin-top:1rem}dd{margin:0;white-space:pre-wrap}";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
export class Readable {
	#name;
	#texts;
	/** @type {string[]} */
	#text;
	/** @type {string[]} */
	#rows = [];

	/** @param {string} name of the other @param {Texts} texts */
	constructor(name, texts) {
		this.#name = name;
		this.#texts = texts;
		this.#text = [`${this.#title}\n\n`];
	}

	/** @param {readonly Line[]} lines */
	add(lines) {
		for (const line of lines) {
			const [head, words] = [this.#head(line), this.#words(line)];
			this.#text.push(`${head}\n${words}\n\n`);
			this.#rows.push(`<dt>${safe(head)}</dt><dd>${safe(words)}</dd>\n`);
		}
	}

	get text() {
		return new Blob(this.#text, { type: "text/plain" });
	}

	get page() {
		const title = safe(this.#title);
		const head = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
		const begin = `${head}<title>${title}</title><style>${LOOK}</style></head><body><h1>${title}</h1><dl>\n`;
		return new Blob([begin, ...this.#rows, "</dl></body></html>\n"], { type: "text/html" });
	}

	get #title() {
		return this.#texts.with(this.#name);
	}

	/** @param {Line} line */
	#head({ from, ts, late }) {
		const who = from === "me" ? this.#texts.me : this.#name;
		const when = ts === null ? "" : `, ${dateHere(ts)} ${timeHere(ts)}`;
		return `${who}${when}${late ? `, ${this.#texts.late}` : ""}`;
	}

	/** @param {Line} line */
	#words({ t, text, trouble }) {
		const { forgotten, unopened, left, continues } = this.#texts;
		if (trouble !== null) return `(${trouble === "forgotten" ? forgotten : unopened})`;
		if (t === "leave") return `(${left})`;
		return t === "continues" ? `(${continues})` : text;
	}
}

/** What is only mine, as text. @param {{people: {called: string, note: string, name: string}[], drafts: {text: string}[]}} notes @param {Texts} texts */
export function readableNotes({ people, drafts }, texts) {
	const rows = people.map(
		({ name, called, note }) => `${name}${called === "" ? "" : ` (${called})`}\n${note}\n`,
	);
	const begun = drafts.map(({ text }) => `${texts.draft}\n${text}\n`);
	return new Blob([[...rows, ...begun].join("\n")], { type: "text/plain" });
}

/** @param {string} text */
function safe(text) {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
