// The crypto worker: one core, asked by message. Keys stay here. Every file of the core is named, so that a slow line
// brings them side by side: `node browser/tests/screens/preloads.js` writes the names.

import { createCore } from "./sealed-core.js";
import { Refusal } from "./refusal.js";
import { stretchThrough } from "./stretch-port.js";
import "./account.js";
import "./acquaintance.js";
import "./agreement.js";
import "./audit.js";
import "./bill.js";
import "./body.js";
import "./bytes.js";
import "./cards.js";
import "./cards/bad-day.js";
import "./cards/check.js";
import "./cards/circle.js";
import "./cards/meet.js";
import "./cards/note.js";
import "./cards/safe-line.js";
import "./cards/story.js";
import "./cards/thanks.js";
import "./chain.js";
import "./check-in.js";
import "./checked.js";
import "./circle-company.js";
import "./circle-rules.js";
import "./company.js";
import "./consent.js";
import "./conversation.js";
import "./day.js";
import "./device.js";
import "./documents.js";
import "./editions.js";
import "./entry.js";
import "./epoch.js";
import "./erase.js";
import "./file.js";
import "./frames.js";
import "./grant.js";
import "./hash-book.js";
import "./hash.js";
import "./headers.js";
import "./invite.js";
import "./kept.js";
import "./key-log.js";
import "./known-hashes.js";
import "./labels.js";
import "./line.js";
import "./live.js";
import "./mend.js";
import "./merge.js";
import "./merkle.js";
import "./note.js";
import "./notes.js";
import "./ops/asking.js";
import "./ops/beginning.js";
import "./ops/changing.js";
import "./ops/inviting.js";
import "./ops/key-log.js";
import "./ops/people.js";
import "./ops/signing-in.js";
import "./ops/signing-up.js";
import "./ops/state.js";
import "./ops/talking.js";
import "./ops/ways-in.js";
import "./ops/writing.js";
import "./ours.js";
import "./own-keys.js";
import "./pad.js";
import "./paging.js";
import "./passkey.js";
import "./path.js";
import "./pending-header.js";
import "./people.js";
import "./points.js";
import "./profile.js";
import "./promise-change.js";
import "./promise.js";
import "./proofs.js";
import "./proven.js";
import "./reading.js";
import "./receipt.js";
import "./remembered.js";
import "./renewal.js";
import "./rows.js";
import "./run.js";
import "./safety.js";
import "./said.js";
import "./seal.js";
import "./share.js";
import "./sodium.js";
import "./spare.js";
import "./state-book.js";
import "./state.js";
import "./story.js";
import "./stretches.js";
import "./strict-json.js";
import "./talks.js";
import "./units.js";
import "./vow.js";
import "./ways.js";
import "./words.js";
import "./writer.js";

const core = createCore(async () => {
	throw new Refusal("stretch-failed");
});

self.addEventListener("message", async ({ data: { id, op, args }, ports: [port] }) => {
	const stretch = port === undefined ? undefined : stretchThrough(port);
	self.postMessage({ id, ...(await answered(op, args, stretch)) });
	port?.close();
});

/** @param {string} op @param {unknown} args @param {import("./sealed-core.js").Stretch | undefined} stretch */
async function answered(op, args, stretch) {
	try {
		return { ok: await core.call(op, args, stretch) };
	} catch (refusal) {
		const { code, detail } = refusal instanceof Refusal ? refusal : new Refusal("failed");
		return { error: { code, detail } };
	}
}
