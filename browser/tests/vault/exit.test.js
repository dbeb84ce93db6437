import assert from "node:assert/strict";
import { test } from "node:test";
import { leavePage } from "../../vault/exit.js";

function leaving(broken = "") {
	const done = [];
	const deed = (name) => () => {
		done.push(name);
		if (name === broken) throw new Error(name);
	};
	const given = {
		cover: deed("cover"),
		forget: deed("forget"),
		signOut: deed("sign-out"),
		replace: (url) => done.push(url),
		url: "https://leave.example/",
	};
	return { done, given };
}

test("Leaving covers first, then forgets the keys, then signs out, then goes", () => {
	const { done, given } = leaving();
	leavePage(given);
	assert.deepEqual(done, ["cover", "forget", "sign-out", "https://leave.example/"]);
});

for (const broken of ["cover", "forget", "sign-out"]) {
	test(`Whatever fails on the way (${broken}), Ada is away from here`, () => {
		const { done, given } = leaving(broken);
		assert.throws(() => leavePage(given), { message: broken });
		assert.deepEqual(done, ["cover", "forget", "sign-out", "https://leave.example/"]);
	});
}
