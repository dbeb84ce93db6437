// History grants, of protocol/vectors/grants.json.

import { grantBytes, openGranted, verifyGrant } from "../../crypto/grant.js";
import { krHashOf, keyRecordBytes } from "../../crypto/people.js";
import { named } from "./vector-values.js";

const recordOf = (record) => {
	const made = named(record);
	return { ...made, hash: krHashOf(keyRecordBytes(made), made.sig, made.prevSig) };
};

export const grants = {
	"grant.bytes": ({ grant }) => grantBytes(named(grant)),
	"grant.verify": ({ grant, headers, owner }) => {
		verifyGrant(named(grant), { headers: headers.map(named), owner: recordOf(owner) });
		return true;
	},
	"grant.open": ({ grant, header, wrap, ek_seed }) => openGranted(named(grant), named(header), wrap, ek_seed),
};
