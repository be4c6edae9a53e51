package org.sifang.notice;

import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes what is short on one line, as people do: {@code addressees: {kinds: [COMMAND], levels: [COUNTY]}}. */
final class CompactYaml extends Representer {

    private static final int SHORT = 70;

    CompactYaml(DumperOptions options) {
        super(options);
    }

    @Override
    protected Node representSequence(Tag tag, Iterable<?> items, DumperOptions.FlowStyle style) {
        SequenceNode node = (SequenceNode) super.representSequence(tag, items, style);
        boolean scalars = node.getValue().stream().allMatch(ScalarNode.class::isInstance);
        return scalars ? onOneLine(node) : node;
    }

    @Override
    protected Node representMapping(Tag tag, Map<?, ?> entries, DumperOptions.FlowStyle style) {
        return onOneLine((MappingNode) super.representMapping(tag, entries, style));
    }

    private static Node onOneLine(CollectionNode<?> node) {
        if (length(node, true) <= SHORT) {
            node.setFlowStyle(DumperOptions.FlowStyle.FLOW);
        }
        return node;
    }

    /** Characters on one line; too many when something in it already takes several. */
    private static int length(Node node, boolean outermost) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().indexOf('\n') < 0 ? scalar.getValue().length() + 2 : SHORT + 1;
        }
        if (!outermost && ((CollectionNode<?>) node).getFlowStyle() != DumperOptions.FlowStyle.FLOW) {
            return SHORT + 1;
        }
        Stream<Node> parts = node instanceof MappingNode mapping
                ? mapping.getValue().stream().flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
                : ((SequenceNode) node).getValue().stream();
        return parts.mapToInt(part -> length(part, false)).sum();
    }
}
