import assert from "node:assert/strict";
import { test } from "node:test";
import { Renewing } from "../../vault/renewing.js";

const given = { today: 20_600, relationships: [] };

/** A core that finds it is time so many times, and a house that answers so. */
function room({ times = 1, answers }) {
	const done = [];
	const core = {
		renewKeys: async () => ({ payload: done.filter((one) => one === "kept").length < times ? {} : null }),
		keysRenewed: async ({ me }) => {
			done.push(me === "broken" ? "refused" : "kept");
			if (me === "broken") throw Object.assign(new Error("keys-other"), { code: "keys-other" });
		},
	};
	const api = {
		renewKeys: async () => {
			const answer = answers.shift();
			if (answer.code) throw Object.assign(new Error(answer.code), answer);
			return answer.me;
		},
		me: async () => "me as another device left it",
	};
	return { done, renewing: new Renewing({ core, api }) };
}

test("A new key is handed in once and kept", async () => {
	const { renewing, done } = room({ answers: [{ me: "me" }] });
	assert.equal(await renewing.renew(given), "me");
	assert.deepEqual(done, ["kept"]);
});

test("Nothing is handed in when it is not time", async () => {
	const { renewing, done } = room({ times: 0, answers: [] });
	assert.equal(await renewing.renew(given), null);
	assert.deepEqual(done, []);
});

test("What another device was first with is taken over", async () => {
	const { renewing, done } = room({ answers: [{ code: "state-moved" }] });
	assert.equal(await renewing.renew(given), "me as another device left it");
	assert.deepEqual(done, ["kept"]);
});

test("After another device saved only its state, it is tried again", async () => {
	const { renewing, done } = room({ times: 2, answers: [{ code: "state-moved" }, { me: "me" }] });
	assert.equal(await renewing.renew(given), "me");
	assert.deepEqual(done, ["kept", "kept"]);
});

test("A house that always says another was first is left alone after three tries", async () => {
	const answers = Array.from({ length: 5 }, () => ({ code: "state-moved" }));
	const { renewing, done } = room({ times: 9, answers });
	await renewing.renew(given);
	assert.deepEqual([done.length, answers.length], [3, 2]);
});

for (const code of ["offline", "timeout", "slow-down", "server-trouble", "not-due", "malformed"]) {
	test(`Nobody hears of it when it does not work today: ${code}`, async () => {
		const { renewing, done } = room({ answers: [{ code }] });
		assert.equal(await renewing.renew(given), null);
		assert.deepEqual(done, []);
	});
}

test("Keys that are not one's own, and an ended sign-in, are told", async () => {
	const wrong = room({ answers: [{ me: "broken" }] });
	await assert.rejects(wrong.renewing.renew(given), { code: "keys-other" });
	const ended = room({ answers: [{ code: "signed-out" }] });
	await assert.rejects(ended.renewing.renew(given), { code: "signed-out" });
});
