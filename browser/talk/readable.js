import { dateHere, timeHere } from "./clock.js";

/**
 * A copy of a conversation that anyone can read: plain text, and a page that loads and runs nothing.
 * @typedef {{readMe: string, me: string, them: string, with: (name: string) => string, late: string, draft: string, left: string, continues: string, forgotten: string, unopened: string, file: (file: import("./files.js").Shown) => string, noFile: string}} Texts what the screen says, in its language
 * @typedef {{n: number, from: "me" | "them", t: string | null, text: string, ts: number | null, late: boolean, trouble: string | null, file: import("./files.js").Shown | null}} Line as the core answers it
 */

const LOOK =
	"body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}" +
	"dt{color:#555;margin-top:1rem}dd{margin:0;white-space:pre-wrap}";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
export class Readable {
	#name;
	#texts;
	/** @type {Line[]} */
	#lines = [];
	/** Where files lie, by the number of their line. @type {ReadonlyMap<number, string>} */
	#files = new Map();

	/** @param {string} name of the other @param {Texts} texts */
	constructor(name, texts) {
		this.#name = name;
		this.#texts = texts;
	}

	/** @param {readonly Line[]} lines */
	add(lines) {
		this.#lines.push(...lines);
	}

	/** @param {ReadonlyMap<number, string>} files */
	lay(files) {
		this.#files = files;
	}

	get text() {
		const said = this.#lines.map((line) => `${this.#head(line)}\n${this.#withFile(line)}\n\n`);
		return new Blob([`${this.#title}\n\n`, ...said], { type: "text/plain" });
	}

	get page() {
		const title = safe(this.#title);
		const head = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
		const begin = `${head}<title>${title}</title><style>${LOOK}</style></head><body><h1>${title}</h1><dl>\n`;
		const rows = this.#lines.map((line) => {
			return `<dt>${safe(this.#head(line))}</dt><dd>${safe(this.#withFile(line))}${this.#link(line)}</dd>\n`;
		});
		return new Blob([begin, ...rows, "</dl></body></html>\n"], { type: "text/html" });
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
	#withFile(line) {
		const words = this.#words(line);
		if (line.file === null) return words;
		const what = this.#texts.file(line.file);
		const file = `(${what}: ${this.#files.get(line.n) ?? this.#texts.noFile})`;
		return words === "" ? file : `${words}\n${file}`;
	}

	/** @param {Line} line */
	#link({ n }) {
		const path = this.#files.get(n);
		if (path === undefined) return "";
		const address = path.split("/").map(encodeURIComponent).join("/");
		return `\n<a href="${safe(address)}">${safe(path)}</a>`;
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
