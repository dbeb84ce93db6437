import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

for (const lang of ["en", "es"]) {
	test(`${lang}: no sentence is lost because two files call theirs by the same name`, async () => {
		const folder = new URL(`../../words/${lang}/`, import.meta.url);
		const ids = [];
		for (const file of readdirSync(folder)) {
			const [words] = Object.values(await import(new URL(file, folder).href));
			ids.push(...Object.keys(words));
		}
		assert.deepEqual(
			ids.filter((id, at) => ids.indexOf(id) !== at),
			[],
		);
	});
}
