/** Which modules the page needs at once, so that they are fetched side by side. `node preloads.js` writes them into index.html. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const room = new URL("../../", import.meta.url);
export const page = new URL("index.html", room);

/** @returns {string[]} every module that room.js imports, however deep, in the order in which they are met */
export function needed() {
	return reached("room.js").slice(1);
}

/** @returns {string[]} the languages that have words in front of the door */
export function spoken() {
	return readdirSync(new URL("words/", room)).flatMap(
		(name) => /^([a-z]{2})-door\.js$/.exec(name)?.[1] ?? [],
	);
}

/** @param {string} lang @returns {string[]} what it takes to say the words in front of the door */
export function neededToSpeak(lang) {
	return reached(`words/${lang}-door.js`);
}

/** @param {string} first @returns {string[]} this module and every one that it imports */
export function reached(first) {
	const found = new Set();
	const visit = (url) => {
		if (found.has(url.href)) return;
		found.add(url.href);
		for (const [, path] of readFileSync(url, "utf8").matchAll(
			/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?"(\.[^"]+)"/g,
		)) {
			visit(new URL(path, url));
		}
	};
	visit(new URL(first, room));
	return [...found].map((href) => href.slice(room.href.length));
}

/** @param {string} html */
export function preloaded(html) {
	return [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, path]) => path);
}

/** Words wait until the page knows which language it is to speak. @param {string} html @param {string} lang */
export function preloadedToSpeak(html, lang) {
	const links = html.matchAll(/<link rel="words" lang="([a-z]+)" href="([^"]+)">/g);
	return [...links].filter(([, one]) => one === lang).map(([, , path]) => path);
}

/** The crypto worker names all of its files, for a worker has no preloads: else they came one layer after the other. */
export const worker = new URL("crypto/worker.js", room);

/** @returns {string[]} what the worker and its core do not import by themselves */
export function neededByTheWorker() {
	const own = ["worker.js", "sealed-core.js", "refusal.js", "stretch-port.js"];
	return reached("crypto/sealed-core.js")
		.filter((path) => path.startsWith("crypto/"))
		.map((path) => path.slice("crypto/".length))
		.filter((name) => !own.includes(name))
		.sort();
}

/** @param {string} source */
export function namedByTheWorker(source) {
	return [...source.matchAll(/^import "\.\/([^"]+)";$/gm)].map(([, path]) => path);
}

function writeWorker() {
	const names = neededByTheWorker().map((name) => `import "./${name}";\n`);
	const source = readFileSync(worker, "utf8").replace(/^import "[^"]+";\n/gm, "");
	const last = 'import { stretchThrough } from "./stretch-port.js";\n';
	writeFileSync(
		worker,
		source.replace(last, () => last + names.join("")),
	);
}

function write() {
	const html = readFileSync(page, "utf8").replace(/\t<link rel="(?:modulepreload|words)"[^\n]*\n/g, "");
	const links = needed().map((path) => `\t<link rel="modulepreload" href="${path}">\n`);
	const words = spoken().flatMap((lang) =>
		neededToSpeak(lang).map((path) => `\t<link rel="words" lang="${lang}" href="${path}">\n`),
	);
	const first = '\t<script src="screens/first.js"></script>\n';
	writeFileSync(
		page,
		html.replace(first, () => words.join("") + first).replace("</head>", () => `${links.join("")}</head>`),
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	write();
	writeWorker();
}
