// A passkey as a way in: 32 bytes that an authenticator gives for a question of ours (envelope.md, section 3).

import { checkSlot, SLOT } from "./account.js";
import { equal, fromText, keyOf, sized, ZEROS16 } from "./bytes.js";
import { h, kdf } from "./hash.js";
import { Refusal } from "./refusal.js";
import { wipe } from "./sodium.js";
import { checkedName } from "./words.js";

/** @import { SlotJson } from "./shapes.d.ts" */

/** What every passkey of one home is asked: no name is needed to ask. @param {Uint8Array} home */
export const passkeySalt = (home) => h("pse1/passkey-salt", sized(home, 16));

/** What is held of an answer; the answer itself is wiped. @param {Uint8Array} answer 32 bytes of the authenticator @param {Uint8Array} home @param {Uint8Array} slotId */
export function passkeyKey(answer, home, slotId) {
	const key = kdf(keyOf(answer), 32, "pse1/passkey", sized(home, 16), sized(slotId, 16));
	wipe(answer);
	return key;
}

/** Opens the door at the server, which then says whose place it is. @param {Uint8Array} key @param {Uint8Array} home @param {Uint8Array} slotId */
export const passkeyAuth = (key, home, slotId) => kdf(key, 32, "pse1/passkey-auth", home, slotId);

/** Opens the slot, under the right name alone. @param {Uint8Array} key @param {{home: Uint8Array, username: string, slotId: Uint8Array}} bound */
export const passkeyKek = (key, { home, username, slotId }) =>
	kdf(key, 32, "pse1/passkey-kek", home, checkedName(username), slotId);

/** Refuses any slot but the one this passkey belongs to. @param {SlotJson} slot @param {Uint8Array} slotId */
export function checkPasskeySlot(slot, slotId) {
	checkSlot(slot, SLOT.PASSKEY, ZEROS16);
	if (!equal(fromText(slot.slot_id, 16), slotId)) throw new Refusal("slot");
}
