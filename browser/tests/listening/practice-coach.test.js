import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { read } from "../../listening/engine.js";
import { openPack } from "../../listening/pack.js";
import { done } from "../../listening/practice.js";

const coach = new URL("../../../coach/", import.meta.url);
const inPack = (name) => readFileSync(new URL(`packs/open/${name}`, coach));
const folder = new URL("practice/people/", coach);

/** What an example does most of all, by the codes that stand beside it. */
function written(does) {
	if (["R", "IP", "ER"].some((code) => does.includes(code))) return "listened";
	if (does.includes("QO") || does.includes("QC")) return "questioned";
	return does.includes("SD") ? "shared" : "passed";
}

test("How often the coach is wrong about a practice reply is what the screen says: about one time in five", async () => {
	const pack = await openPack(inPack("pack.json").toString(), new Uint8Array(inPack("heads.bin")));
	let [sure, wrong, all] = [0, 0, 0];
	for (const name of readdirSync(folder))
		for (const beat of Object.values(JSON.parse(readFileSync(new URL(name, folder))).beats))
			for (const { reply, does } of beat.examples ?? []) {
				const deed = done(read(pack, reply, beat.says.join(" ")));
				all += 1;
				if (deed === "unsure") continue;
				sure += 1;
				if (deed !== written(does)) wrong += 1;
			}
	assert.ok(all > 150, `${all} examples`);
	assert.ok(sure / all > 0.75, `sure of ${sure} in ${all}`);
	assert.ok(wrong / sure > 0.12 && wrong / sure < 0.28, `wrong in ${wrong} of ${sure}`);
});
