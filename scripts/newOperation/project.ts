import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/**
 * The sources of the project together with those that are about to be written, so that what is
 * generated can be run before anything is.
 */
export class Project {
	private readonly planned = new Map<string, string>();
	private readonly loaded = new Map<string, unknown>();

	/** @param root Folder of the project; all paths are relative to it, with slashes */
	constructor(readonly root: string) {}

	/** Whether the file or folder is there, on the disk or planned. */
	has(path: string): boolean {
		return this.planned.has(path) || existsSync(join(this.root, path));
	}

	/** Text of a file, as planned if it is. */
	read(path: string): string {
		return this.planned.get(path) ?? readFileSync(join(this.root, path), 'utf8');
	}

	/** Names of the files in a folder, on the disk or planned. */
	filesIn(folder: string): string[] {
		const target = join(this.root, folder);
		const present = existsSync(target) ? readdirSync(target) : [];
		const planned = [...this.planned.keys()].filter((path) => dirname(path) === folder);
		return [...new Set([...present, ...planned.map((path) => basename(path))])];
	}

	/** Keeps the text that a file is to have. */
	plan(path: string, text: string): void {
		this.planned.set(path, text);
		this.loaded.clear();
	}

	/** The planned files that are not as they are on the disk. */
	get changes(): Array<{ path: string; text: string; isNew: boolean }> {
		return [...this.planned]
			.map(([path, text]) => ({ path, text, isNew: !existsSync(join(this.root, path)) }))
			.filter(
				({ path, text, isNew }) => isNew || text !== readFileSync(join(this.root, path), 'utf8'),
			);
	}

	/**
	 * What a module exports.
	 *
	 * @param path Of the source, without its extension: `nodes/HuaweiCloudKafka/api/pages`
	 */
	load<T>(path: string): T {
		const file = [`${path}.ts`, `${path}/index.ts`].find((one) => this.planned.has(one));
		if (file === undefined) return this.require<T>(join(this.root, path));
		const known = this.loaded.get(file);
		if (known) return known as T;
		const { outputText } = transpileModule(this.read(file), {
			compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
		});
		const exported = {};
		this.loaded.set(file, exported);
		const requireFrom = (name: string): unknown =>
			name.startsWith('.') ? this.load(join(dirname(file), name)) : this.require(name);
		new Function('require', 'exports', outputText)(requireFrom, exported);
		return exported as T;
	}

	private require<T>(path: string): T {
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- what is loaded is known at run time only
		return require(path) as T;
	}
}
