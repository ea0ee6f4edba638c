/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.core.configuration.metatype;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.Icon;

/** An icon of a component. */
public class Ticon implements Icon {

    protected List<Object> any = new ArrayList<>();
    protected String resource;
    protected BigInteger size;
    private final Map<QName, String> otherAttributes = new HashMap<>();

    public Ticon() {}

    public List<Object> getAny() {
        return any;
    }

    public void setAny(Object o) {
        any.add(o);
    }

    @Override
    public String getResource() {
        return resource;
    }

    public void setResource(String value) {
        this.resource = value;
    }

    @Override
    public BigInteger getSize() {
        return size;
    }

    public void setSize(BigInteger value) {
        this.size = value;
    }

    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
