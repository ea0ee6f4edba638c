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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Icon;
import org.eclipse.kura.configuration.metatype.OCD;

/** Definition of the attributes of a component. */
public class Tocd implements OCD {

    protected List<Tad> ad = new ArrayList<>();
    protected List<Ticon> icon = new ArrayList<>();
    protected List<Object> any = new ArrayList<>();
    protected String name;
    protected String description;
    protected String id;
    private final Map<QName, String> otherAttributes = new HashMap<>();

    public Tocd() {}

    @Override
    @SuppressWarnings("unchecked")
    public List<AD> getAD() {
        return (List<AD>) (List<?>) ad;
    }

    public void addAD(Tad attribute) {
        this.ad.add(attribute);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Icon> getIcon() {
        return (List<Icon>) (List<?>) icon;
    }

    public void setIcon(Ticon one) {
        this.icon.add(one);
    }

    public List<Object> getAny() {
        return any;
    }

    public void setAny(Object o) {
        any.add(o);
    }

    @Override
    public String getName() {
        return name;
    }

    public void setName(String value) {
        this.name = value;
    }

    @Override
    public String getDescription() {
        return description;
    }

    public void setDescription(String value) {
        this.description = value;
    }

    @Override
    public String getId() {
        return id;
    }

    public void setId(String value) {
        this.id = value;
    }

    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
