/** Stand-in for Kura's {@code org.eclipse.kura.wire.ai.component.provider}. */
package io.tohu.kura.wire.ai.component.provider;
