import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHON = process.env.ALONGSIDE_PYTHON ?? join(PROJECT, ".venv/bin/python");

const AT_THE_DESK = `
import sys
from alongside.cli.door import open_house
open_house()
from alongside.ground import clock
from alongside.keys.actions import take_endorsement, take_revocation
from alongside.keys.actions.revoking import is_revocation
from alongside.people.actions import make_link
from alongside.people.models import DeskUser
dora = DeskUser.objects.get()
if sys.argv[1] == "circles":
    from alongside.circles.actions import fill_in_assessment
    from alongside.circles.rules import QUESTIONS
    answers = dict.fromkeys(QUESTIONS, "We thought about it.")
    given = {"over": 0, "holds_circles": True, "by_name": dora.name, "today": clock.today()}
    fill_in_assessment(answers, **given)
elif sys.argv[1] == "forget":
    from alongside.conversations.actions import forget_taken_back
    print(forget_taken_back(today=clock.today() + int(sys.argv[2])))
elif sys.argv[1] == "link":
    print(make_link(by=dora, note="someone new", now=clock.now()))
else:
    data = open(sys.argv[2], "rb").read()
    take = take_revocation if is_revocation(data) else take_endorsement
    take(data, by=dora, now=clock.now())
`;

/** A real house with made-up people, in a folder and on a port of its own. */
export class House {
	#process;
	#folder;
	people = new Map();

	/** @param {{process: any, folder: string, port: number}} given */
	constructor({ process, folder, port }) {
		this.#process = process;
		this.#folder = folder;
		this.port = port;
		this.base = `http://127.0.0.1:${port}`;
	}

	/** Its people are those of every house of today, unless it is made anew. */
	static async open({ anew = false } = {}) {
		const folder = await mkdtemp(join(tmpdir(), "house-"));
		const kind = anew ? "tables" : "demo";
		await promisify(execFile)(PYTHON, ["-m", "tests.once", kind, folder], { cwd: PROJECT });
		const port = await freePort();
		const house = new House({ process: started(folder, port), folder, port });
		house.#endWithUs();
		await house.#isUp();
		return house;
	}

	/** A one-time link for someone who is to become a specialist. */
	async makeLink() {
		return (await this.#run(["-c", AT_THE_DESK, "link"])).trim();
	}

	/** The team thought circles through, and holds them. */
	async holdsCircles() {
		await this.#run(["-c", AT_THE_DESK, "circles"]);
	}

	/** The programme's lead reads the request offline and says yes; Dora uploads the answer. */
	async endorse({ filename, text }, { as = "" } = {}) {
		const request = join(this.#folder, filename);
		await writeFile(request, text);
		const key = join(this.#folder, "roster-key.json");
		const asRole = as === "" ? [] : [`--${as}`];
		const said = await this.#run(
			["-m", "alongside", "roster", "endorse", request, "--key", key, ...asRole],
			"yes\n",
		);
		await this.#run(["-c", AT_THE_DESK, "upload", request.replace(/\.json$/, ".endorsement.json")]);
		return said;
	}

	/** The programme's lead takes the word for somebody back; Dora uploads that. */
	async revoke({ filename, text }) {
		const request = join(this.#folder, filename);
		await writeFile(request, text);
		const key = join(this.#folder, "roster-key.json");
		await this.#run(["-m", "alongside", "roster", "revoke", request, "--key", key], "yes\n");
		await this.#run(["-c", AT_THE_DESK, "upload", request.replace(/\.json$/, ".revocation.json")]);
	}

	/** So many days later it lets go of the boxes of what was taken back. @param {number} days */
	async forgetTakenBack(days) {
		return Number(await this.#run(["-c", AT_THE_DESK, "forget", String(days)]));
	}

	/** A partner organisation looks on from outside. @returns {Promise<string>} what the command says */
	async witness() {
		const key = join(this.#folder, "witness.json");
		await this.#run(["-m", "alongside", "witness", "new", key, "--name", "open-door.example"]);
		const seen = join(this.#folder, "seen.json");
		return await this.#run([
			...["-m", "alongside", "witness", "look", this.base],
			...["--key", key, "--seen", seen],
		]);
	}

	/** What a thief of the whole machine has: the seed of the key that signs the list. */
	async logSeed() {
		return new Uint8Array(await readFile(join(this.#folder, "secrets", "log.key")));
	}

	async #run(words, typed = "") {
		const running = promisify(execFile)(PYTHON, words, {
			cwd: PROJECT,
			env: environment(this.#folder, this.port),
		});
		running.child.stdin.end(typed);
		return (await running).stdout;
	}

	/** As when the power goes: no goodbye. Then it is opened again, with everything it had stored. */
	async crash() {
		this.#process.kill("SIGKILL");
		await once(this.#process, "exit");
		this.#process = started(this.#folder, this.port);
		await this.#isUp();
	}

	async close() {
		const gone = once(this.#process, "exit");
		this.#process.kill("SIGINT");
		const impatience = setTimeout(() => this.#process.kill("SIGKILL"), 8_000);
		await gone;
		clearTimeout(impatience);
		await rm(this.#folder, { recursive: true, force: true });
	}

	/** A test run that is ended from outside leaves no house behind. */
	#endWithUs() {
		process.once("exit", () => this.#process.kill("SIGKILL"));
		for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
	}

	/** Until it answers; what it prints names its people. */
	async #isUp() {
		let said = "";
		this.#process.stdout.on("data", (piece) => {
			said += piece;
		});
		for (let tries = 0; tries < 2400 && this.#process.exitCode === null; tries += 1) {
			await new Promise((later) => setTimeout(later, 100));
			if (said.includes("Ctrl-C stops") && (await answers(`${this.base}/config.json`)))
				return this.#meet(said);
		}
		throw new Error(`the house did not open: ${said}`);
	}

	#meet(said) {
		for (const [, name, username, words] of said.matchAll(/^ {2}(\w+) +([a-z-]+-\d{4}) +([a-z ]+)$/gm)) {
			this.people.set(name, { username, words });
		}
	}
}

function started(folder, port) {
	const env = environment(folder, port);
	return spawn(PYTHON, ["-m", "alongside", "demo"], {
		cwd: PROJECT,
		env,
		stdio: ["ignore", "pipe", "inherit"],
	});
}

function environment(folder, port) {
	const env = { ...process.env, ALONGSIDE_DATA: folder, PORT: String(port), ALONGSIDE_MODE: "development" };
	delete env.ALONGSIDE_DATABASE_URL;
	return env;
}

async function answers(url) {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}

async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}
