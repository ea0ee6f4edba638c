/** What Kura's bundle org.eclipse.kura.core does with messages: keeps them, sends them, counts what is in flight. */
package io.tohu.kura.core.data;
