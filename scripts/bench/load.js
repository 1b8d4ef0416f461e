// The floor: Node loads the modules of rmentor and does nothing.
import '../../dist/cli.js';
