// A lower floor: Node loads them as they are shipped, put together in a few files, and does nothing.
import '../../dist/cli.cjs';
import '../../dist/match.cjs';
