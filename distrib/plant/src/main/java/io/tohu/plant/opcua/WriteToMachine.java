/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.opcua;

import io.tohu.plant.serve.Machine;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** Hands a client's write to the machine, which may refuse it; its next frame carries the new value to the node. */
record WriteToMachine(Machine machine, int tag) implements AttributeFilter {

    @Override
    public void writeAttribute(AttributeFilterContext context, AttributeId attribute, Object value) throws UaException {
        if (attribute != AttributeId.Value) {
            context.writeAttribute(attribute, value);
            return;
        }
        try {
            machine.write(tag, ((DataValue) value).value().value());
        } catch (IllegalArgumentException refused) {
            throw new UaException(StatusCodes.Bad_OutOfRange, refused.getMessage());
        }
    }
}
