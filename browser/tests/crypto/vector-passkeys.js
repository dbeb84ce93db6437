// The ops of protocol/vectors/passkeys.json, over the room's own code.

import * as account from "../../crypto/account.js";
import { fromText, ZEROS16 } from "../../crypto/bytes.js";
import * as passkey from "../../crypto/passkey.js";
import { json } from "./vector-values.js";

function keysOf({ answer, home, username, slot_id: slotId }) {
	const key = passkey.passkeyKey(answer.slice(), home, slotId);
	return {
		auth: passkey.passkeyAuth(key, home, slotId),
		kek: passkey.passkeyKek(key, { home, username, slotId }),
	};
}

export const passkeys = {
	"passkey.salt": ({ home }) => passkey.passkeySalt(home),
	"passkey.lock": (given) => ({ ...keysOf(given), salt: ZEROS16 }),
	"passkey.expect": ({ slot, slot_id }) => {
		passkey.checkPasskeySlot(json(slot), slot_id);
		return true;
	},
	"passkey.seal": (given) => {
		const { home, account_id: accountId, slot_id: slotId, root_key, nonce } = given;
		const way = { home, accountId, type: 4, g: 0, salt: ZEROS16, slotId };
		return fromText(account.makeSlot(keysOf(given).kek, root_key, way, () => nonce).box);
	},
	"passkey.open": (given) =>
		account.openSlot(keysOf(given).kek, json(given.slot), { home: given.home, accountId: given.account_id }),
};
