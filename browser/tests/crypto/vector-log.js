// Ops over the key log, its checkpoints and its witnesses, over the room's own code.

import { checkEndorsed, checkGrown, checkHeader, checkOther, checkOwn, readOn } from "../../crypto/audit.js";
import { checkFirst, checkNext } from "../../crypto/epoch.js";
import * as log from "../../crypto/key-log.js";
import { readCheckpoint, readWitness, verifyCosigned } from "../../crypto/note.js";
import { keyRecordBytes, krHashOf } from "../../crypto/people.js";
import { verify } from "../../crypto/sodium.js";
import { json, named } from "./vector-values.js";

const holds = (check) => (given) => {
	check(given);
	return true;
};

const logOf = (rows) => log.EMPTY_KEY_LOG.with(rows);

const recordOf = (given) => {
	const record = named(given);
	return { ...record, hash: krHashOf(keyRecordBytes(record), record.sig, record.prevSig) };
};

export const keyLogs = {
	"log.who": ({ account_id }) => log.whoOf(account_id),
	"log.leaf": ({ type, who, hash }) => log.lineNode(type, who, hash),
	"log.endorse_hash": ({ home, endorsement }) => log.endorsementHash(home, json(endorsement)),
	"log.roots": ({ rows, sizes }) => {
		const read = logOf(rows);
		return sizes.map((size) => read.rootAt(size));
	},
	"log.audit": ({ known, rows, note, home, log_key, before, account_id, records }) => {
		const read = readOn(logOf(known), rows, note, { home, log: log_key });
		checkGrown(read, before);
		checkOwn(read, account_id, records.map(recordOf));
		return read.at;
	},
	"log.other": holds(({ rows, records }) => checkOther(logOf(rows), records.map(recordOf))),
	"log.endorsed": holds(({ rows, home, endorsement }) => checkEndorsed(logOf(rows), home, json(endorsement))),
	"log.header": holds(({ rows, header }) => checkHeader(logOf(rows), named(header))),
	"revoke.bytes": ({ home, revocation }) => log.revocationBytes(home, named(revocation)),
	"revoke.hash": ({ home, revocation }) => log.revocationHash(home, named(revocation)),
	"revoke.verify": holds(({ home, roster, revocation }) =>
		verify(roster, log.revocationBytes(home, named(revocation)), revocation.sig),
	),
	"note.read": ({ note, home, log_key }) => readCheckpoint(note, { home, log: log_key }),
	"note.cosigned": ({ note, witness }) => verifyCosigned(note, readWitness(witness)),
	"epoch.first": holds(({ header }) => checkFirst(named(header))),
	"epoch.next": holds(({ header, before }) => checkNext(named(header), named(before))),
};
