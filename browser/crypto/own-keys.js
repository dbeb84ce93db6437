// My own secret keys, as the bundle holds them; and whether they are the ones that are published.

import { openBundle } from "./account.js";
import { equal, fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { signingPair, wipe, wrapKeyOf } from "./sodium.js";

/** @import { KeyRecord, MeJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Place} Place */

/** @param {Core} core @param {Uint8Array} ark @param {Uint8Array} accountId @param {MeJson} me */
export function keysIn(core, ark, accountId, { bundle }) {
	const context = { home: core.programme.home, accountId, g: bundle.g, ver: bundle.ver };
	const secrets = bundleOrRefusal(ark, context, fromText(bundle.box));
	const ik = signingPair(secrets.ik);
	wipe(secrets.ik);
	return {
		ik,
		ekSeeds: new Map(secrets.ek.map(({ gen, seed }) => [gen, seed])),
		vaultKeys: new Map(secrets.vk.map(({ gen, key }) => [gen, key])),
	};
}

/**
 * My newest published keys have to be the ones I hold: else somebody published others in my name, or keeps mine back.
 * @param {Pick<Place, "ik" | "ekSeeds">} keys @param {KeyRecord} newest
 */
export function checkKeys({ ik, ekSeeds }, newest) {
	const seed = ekSeeds.get(newest.gen);
	const same = seed !== undefined && equal(wrapKeyOf(seed), newest.ek) && equal(ik.publicKey, newest.ik);
	if (!same || Math.max(...ekSeeds.keys()) !== newest.gen) throw new Refusal("keys-other");
}

/** @param {Uint8Array} ark @param {any} context @param {Uint8Array} box */
function bundleOrRefusal(ark, context, box) {
	try {
		return openBundle(ark, context, box);
	} catch {
		throw new Refusal("bundle");
	}
}
