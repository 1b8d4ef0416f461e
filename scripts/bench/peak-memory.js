// Loaded before a measured program (node --import), writes its peak memory in bytes to the file that RMENTOR_PEAK names.
//
// Linux keeps the peak of the process image itself in /proc; its resource usage would also count the process that
// started it. Elsewhere resource usage is what there is.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.RMENTOR_PEAK, String(peak())));

function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
