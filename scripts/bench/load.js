// The floor: Node loads the modules that `rmentor match` is made of, and does nothing.
import '../../build/cli.js';
import '../../build/commands/match.js';
