package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sifang.ProcessModels.Model;
import org.sifang.ProcessModels.Table;
import org.sifang.organization.Role;

/** Compiles the models: what they name exists, what people read in them is there, and nothing was left to a generator. */
class ProcessModelsTests {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern GROUP = Pattern.compile("[A-Z]+(_[A-Z]+)*/([A-Z]+)");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]+)}");
    private static final Pattern GENERATED = Pattern.compile(".*_[0-9a-z]{7}|.*_[0-9a-f-]{30,}|.*_\\d+");

    static List<Model> models() {
        return ProcessModels.models();
    }

    static List<Table> tables() {
        return ProcessModels.tables();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessIsNamedAfterItsFileAndSaysWhatItIs(Model model) {
        assertThat(model.all(Process.class)).hasSize(1);
        Process process = model.process();
        assertThat(process.getId()).isEqualTo(model.name());
        assertThat(process.getName()).containsPattern(CHINESE);
        assertThat(process.isExecutable()).isTrue();
        assertThat(Period.parse(process.getCamundaHistoryTimeToLiveString()).toTotalMonths()
                        + Period.parse(process.getCamundaHistoryTimeToLiveString())
                                .getDays())
                .isPositive();
        assertThat(ProcessModels.documentation(process)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsDrawnAndNothingElse(Model model) {
        assertThat(model.all(BpmnShape.class).stream().map(shape -> id(shape.getBpmnElement())))
                .containsExactlyInAnyOrderElementsOf(ids(model.all(FlowNode.class)));
        assertThat(model.all(BpmnEdge.class).stream().map(edge -> id(edge.getBpmnElement())))
                .containsExactlyInAnyOrderElementsOf(ids(model.all(SequenceFlow.class)));
        assertThat(model.all(BpmnEdge.class))
                .allSatisfy(edge -> assertThat(edge.getWaypoints()).hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLineBeginsAndEndsAtWhatItJoins(Model model) {
        for (BpmnEdge edge : model.all(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            var points = List.copyOf(edge.getWaypoints());
            assertThat(touches(
                            shape(model, flow.getSource()),
                            points.get(0).getX(),
                            points.get(0).getY()))
                    .as("%s begins at %s", flow.getId(), flow.getSource().getId())
                    .isTrue();
            var last = points.get(points.size() - 1);
            assertThat(touches(shape(model, flow.getTarget()), last.getX(), last.getY()))
                    .as("%s ends at %s", flow.getId(), flow.getTarget().getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noShapeLiesOnAnother(Model model) {
        List<BpmnShape> shapes = model.all(BpmnShape.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess
                        || shape.getBpmnElement() instanceof BoundaryEvent))
                .toList();
        for (BpmnShape one : shapes) {
            assertThat(shapes)
                    .filteredOn(other -> other != one && overlap(one, other))
                    .as("what covers %s", id(one.getBpmnElement()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatPeopleReadIsInChinese(Model model) {
        Stream<FlowElement> read = model.flowElements()
                .filter(element -> element instanceof Task
                        || element instanceof CallActivity
                        || element instanceof SubProcess
                        || element instanceof CatchEvent event
                                && !event.getEventDefinitions().isEmpty()
                        || (element instanceof StartEvent || element instanceof EndEvent)
                                && element.getParentElement() instanceof Process
                        || element instanceof ExclusiveGateway gateway
                                && gateway.getOutgoing().size() > 1
                        || element instanceof SequenceFlow flow
                                && flow.getSource() instanceof ExclusiveGateway gateway
                                && gateway.getOutgoing().size() > 1);
        assertThat(read)
                .allSatisfy(element -> assertThat(element.getName())
                        .as(element.getId())
                        .isNotNull()
                        .containsPattern(CHINESE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aGatewayAsksAndEveryAnswerIsThought(Model model) {
        assertThat(model.all(ExclusiveGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().size() > 1))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
                    assertThat(gateway.getDefault())
                            .as("default of " + gateway.getId())
                            .isNotNull();
                    assertThat(gateway.getOutgoing())
                            .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                            .allSatisfy(flow -> assertThat(flow.getConditionExpression())
                                    .as(flow.getId())
                                    .isNotNull());
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noIdWasLeftToAGenerator(Model model) {
        assertThat(model.flowElements().map(FlowElement::getId))
                .allMatch(id ->
                        id.matches("(Task|Gateway|Event|Start|End|Sub|Call|Flow)_[A-Z][A-Za-z]+(_[A-Z][A-Za-z]+)*"))
                .noneMatch(id -> GENERATED.matcher(id).matches());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUserTaskHasItsFormAndSomebodyWhoMayTakeIt(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            assertThat(ProcessModels.FORMS.resolve(task.getCamundaFormRef() + ".form"))
                    .as("form of " + task.getId())
                    .exists();
            assertThat(task.getCamundaCandidateGroupsList()).hasSize(1);
            Matcher group = GROUP.matcher(task.getCamundaCandidateGroupsList().get(0));
            assertThat(group.matches()).as("group of " + task.getId()).isTrue();
            assertThat(Role.valueOf(group.group(2))).isNotNull();
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateUsers()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskNamesTheBeanOfItsVerbPhrase(Model model) {
        Set<String> beans = delegates();
        assertThat(model.all(ServiceTask.class)).allSatisfy(task -> {
            Matcher expression = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
            assertThat(expression.matches()).as(task.getId()).isTrue();
            assertThat(expression.group(1)).isIn(beans);
            assertThat("Task_" + capitalized(expression.group(1))).isEqualTo(task.getId());
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
            assertThat(task.getCamundaResultVariable()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noScriptAndNoMethodCallHidesInAModel(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        String text = ProcessModels.text(ProcessModels.FOLDER.resolve(model.name() + ".bpmn"));
        assertThat(text).doesNotContain("camunda:script", "camunda:class=", "camunda:expression=", "camunda:resource=");
        assertThat(Pattern.compile("[$#]\\{[^}]*\\w\\s*\\(").matcher(text).find())
                .as("a method is called in an expression")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatAModelCallsExists(Model model) {
        assertThat(model.all(BusinessRuleTask.class))
                .allSatisfy(task -> assertThat(ProcessModels.DECISIONS.resolve(task.getCamundaDecisionRef() + ".dmn"))
                        .exists());
        assertThat(model.all(CallActivity.class))
                .allSatisfy(call -> assertThat(ProcessModels.FOLDER.resolve(call.getCalledElement() + ".bpmn"))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyMessageIsWaitedForAndToldByTheClassThatSpeaksForTheProcess(Model model) {
        Set<String> waitedFor = model.all(MessageEventDefinition.class).stream()
                .map(event -> event.getMessage().getName())
                .collect(Collectors.toSet());
        assertThat(model.all(Message.class).stream().map(Message::getName))
                .containsExactlyInAnyOrderElementsOf(waitedFor)
                .isSubsetOf(told());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTimerSaysWhatItIsFor(Model model) {
        assertThat(model.all(TimerEventDefinition.class))
                .allSatisfy(timer -> assertThat(ProcessModels.documentation((CatchEvent) timer.getParentElement()))
                        .as(((CatchEvent) timer.getParentElement()).getId())
                        .isPresent());
    }

    @org.junit.jupiter.api.Test
    void everyMessageAndElementThatCodeNamesIsInAModel() {
        Set<String> messages = models().stream()
                .flatMap(model -> model.all(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toSet());
        Set<String> elements = models().stream()
                .flatMap(Model::flowElements)
                .map(FlowElement::getId)
                .collect(Collectors.toSet());
        assertThat(messages).containsAll(told());
        assertThat(elements).containsAll(quoted("\"((?:Task|Event|Gateway)_[A-Za-z]+)\""));
    }

    @org.junit.jupiter.api.Test
    void everyDecisionThatCodeNamesExists() {
        assertThat(quoted("evaluateDecision(?:Table)?ByKey\\(\\s*\"([a-z-]+)\""))
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(ProcessModels.DECISIONS.resolve(decision + ".dmn"))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aDecisionIsNamedAfterItsFileAndEveryRuleSaysWhy(Table table) {
        Collection<Decision> decisions = table.dmn().getModelElementsByType(Decision.class);
        assertThat(decisions).extracting(Decision::getId).contains(table.name());
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.getName()).containsPattern(CHINESE);
            assertThat(decision.getCamundaHistoryTimeToLiveString()).startsWith("P");
        });
        assertThat(table.dmn().getModelElementsByType(DecisionTable.class))
                .allSatisfy(rows -> assertThat(rows.getInputs())
                        .allSatisfy(input -> assertThat(input.getLabel()).containsPattern(CHINESE)));
        assertThat(table.dmn().getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent())
                        .as(rule.getId())
                        .containsPattern(CHINESE))
                .allSatisfy(rule ->
                        assertThat(GENERATED.matcher(rule.getId()).matches()).isFalse());
    }

    /** Names of the beans that carry out service tasks: classes of the engine's edges, their first letter made small. */
    private static Set<String> delegates() {
        return ProcessModels.files(ProcessModels.SOURCES, ".java").stream()
                .filter(file -> file.getParent().endsWith("process"))
                .filter(file -> ProcessModels.text(file).contains("implements JavaDelegate"))
                .filter(file -> ProcessModels.text(file).contains("@Component\n"))
                .map(ProcessModels::nameOf)
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> told() {
        return quoted("(?:tell|createMessageCorrelation|messageEventReceived)\\(\\s*\"([A-Za-z]+)\"");
    }

    /** What the classes at the engine's edges have in quotes. */
    private static Set<String> quoted(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        Set<String> found = new TreeSet<>();
        ProcessModels.files(ProcessModels.SOURCES, ".java").stream()
                .filter(file -> file.getParent().endsWith("process"))
                .forEach(file ->
                        wanted.matcher(ProcessModels.text(file)).results().forEach(hit -> found.add(hit.group(1))));
        return found;
    }

    private static BpmnShape shape(Model model, FlowNode node) {
        return Optional.ofNullable((BpmnShape) node.getDiagramElement()).orElseThrow();
    }

    private static boolean touches(BpmnShape shape, double x, double y) {
        var bounds = shape.getBounds();
        return x >= bounds.getX() - 1
                && x <= bounds.getX() + bounds.getWidth() + 1
                && y >= bounds.getY() - 1
                && y <= bounds.getY() + bounds.getHeight() + 1;
    }

    private static boolean overlap(BpmnShape one, BpmnShape other) {
        var a = one.getBounds();
        var b = other.getBounds();
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    private static List<String> ids(Collection<? extends FlowElement> elements) {
        return elements.stream().map(FlowElement::getId).toList();
    }

    private static String id(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getId();
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
