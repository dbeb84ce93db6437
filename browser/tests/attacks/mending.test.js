// Somebody begins anew under the name of what was said before, and the house helps: once older lines are read, what is sealed decides.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { writeBody } from "../../crypto/body.js";
import { mendsShown, rowOf } from "../../screens/mend-words.js";
import { freshName } from "../../talk/form-id.js";
import { sends, talk } from "../crypto/cast.js";
import { DAY, NOON } from "../crypto/little-house.js";
import { crafted } from "./hostile.js";

const SAYS = { step: 1, about: 4, how: 0, re: null, text: "You spoke over me." };
const row = (of, mine) => ({
	...{ ref: of, mine, dueOn: DAY + 3, answered: false, late: false, tellsDesk: null },
});

let room;
let of;
beforeEach(async () => {
	room = await talk();
	of = freshName();
	await sends(room.ada, room.ben, room, "sealMend", { of, ...SAYS });
	for (let i = 0; i < 60; i++) await room.ben.say(room.conv, `line ${i}`, { to: room.ada });
});

/** What a room of Ben's that keeps to no rule writes of the same thing; both read it. */
async function forged(step) {
	const { ada, ben, conv, ledger } = room;
	const sc = ben.core.place.book.count();
	const body = writeBody({ how: 0, about: 0, of, sc, t: "mend", ts: NOON, ...step });
	const fields = crafted(ben, conv, { body });
	const frame = ledger.entryFrame(ledger.append({ kind: fields.kind, fields }));
	for (const person of [ada, ben]) await person.take(conv, [frame]);
}

/** Ada on another device: what she said is further back than what she reads first. */
async function onAnotherDevice() {
	await room.ada.saveState();
	const device = await room.ada.comeBack();
	const taken = await device.follow(room.conv);
	assert.equal(taken.stopped, null);
	assert.ok(taken.base > 0);
	return { device, taken };
}

const seen = ({ mends, base }, rows) => mendsShown({ mends, older: base > 0 ? "more" : "none" }, rows);

test("Ben's own room writes no second beginning under the name of Ada's", async () => {
	const again = { conv: room.conv, of, ...SAYS, ts: NOON, today: DAY };
	await assert.rejects(room.ben.do("sealMend", again), { code: "not-yours" });
});

test("A beginning that Ben puts in front of Ada's is not shown, and is nothing once hers is read", async () => {
	await forged({ step: 1, about: 4, b: "You hurt me." });
	const { device, taken } = await onAnotherDevice();
	assert.deepEqual(
		taken.mends.map(({ from }) => from),
		["them"],
	);
	const rows = [row(of, true)];
	assert.deepEqual([seen(taken, rows), rowOf(taken.mends[0], rows)], [[], null]);
	const older = await device.take(room.conv, room.ledger.page(taken.base + 1, 200));
	assert.deepEqual([older.stopped, older.base], [null, 0]);
	assert.deepEqual(
		seen(older, rows).map(({ from, text, closed }) => [from, text, closed]),
		[["me", SAYS.text, null]],
	);
});

test("A house that says Ben said it hides nothing from Ada and closes nothing, once all is read", async () => {
	await forged({ step: 1, about: 4, b: "You hurt me." });
	await forged({ step: 3, how: 1, b: "" });
	const { device, taken } = await onAnotherDevice();
	const older = await device.take(room.conv, room.ledger.page(taken.base + 1, 200));
	const rows = [row(of, false)];
	const [mend] = seen(older, rows);
	assert.deepEqual([mend.from, mend.closed, rowOf(mend, rows)], ["me", null, null]);
	const close = { conv: room.conv, of, step: 3, about: 0, how: 1, re: null, text: "", ts: NOON, today: DAY };
	assert.ok((await device.do("sealMend", close)).frames.length > 0);
});
