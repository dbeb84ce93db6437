/** Which modules the page needs at once, so that they are fetched side by side. `node preloads.js` writes them into index.html. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const room = new URL("../../", import.meta.url);
export const page = new URL("index.html", room);

/** @returns {string[]} every module that room.js imports, however deep, in the order in which they are met */
export function needed() {
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
	visit(new URL("room.js", room));
	return [...found].map((href) => href.slice(room.href.length)).filter((path) => path !== "room.js");
}

/** @param {string} html */
export function preloaded(html) {
	return [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, path]) => path);
}

function write() {
	const links = needed().map((path) => `\t<link rel="modulepreload" href="${path}">\n`);
	const html = readFileSync(page, "utf8").replace(/\t<link rel="modulepreload"[^\n]*\n/g, "");
	writeFileSync(page, html.replace("</head>", `${links.join("")}</head>`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
