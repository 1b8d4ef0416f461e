/** The program as a page. */
import { render } from 'preact';

export function showProgram(): void {
  render(<p>rmentor</p>, document.getElementById('program')!);
}
