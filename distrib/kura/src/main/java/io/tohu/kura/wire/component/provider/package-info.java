/** What Kura's bundle org.eclipse.kura.wire.component.provider does: the stock wire components. */
package io.tohu.kura.wire.component.provider;
