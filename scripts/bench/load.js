// The floor: Node loads the modules that `rmentor match` loads, and does nothing.
import '../../dist/cli.js';
import '../../dist/commands/match.js';
