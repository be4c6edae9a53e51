package org.sifang.worklist.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxMvcAutoConfiguration;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.JournalTexts;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.sifang.organization.Standings;
import org.sifang.organization.Wording;
import org.sifang.worklist.Claims;
import org.sifang.worklist.OpenTask;
import org.sifang.worklist.RowResult;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.Tasks;
import org.sifang.worklist.WorkCounts;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.sifang.worklist.WorkPage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages of the task list with actors in place of the store and the engine: for their tests, and, by its main method,
 * for looking at them in a browser while nothing else runs.
 */
@NullMarked
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    HtmxMvcAutoConfiguration.class
})
@Import(JournalTexts.class)
@ComponentScan(basePackageClasses = Shell.class)
public class Stage {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant NOW = LocalDate.of(2020, 10, 15)
            .atTime(LocalTime.of(17, 17, 43))
            .atZone(ZONE)
            .toInstant();
    static final Actor ACTOR = new Actor(
            "150502.officer",
            "排查专班",
            "150502",
            Set.of(Role.OFFICER),
            Scope.NOTHING,
            List.of("150502/OFFICER"),
            Set.of());

    public static void main(String[] args) {
        SpringApplication.run(Stage.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.offset(Clock.system(ZONE), Duration.between(Instant.now(), NOW));
    }

    @Bean
    Organizations organizations() {
        Organizations organizations = mock(Organizations.class);
        when(organizations.find(any()))
                .thenReturn(Optional.of(new Organization(
                        "150502",
                        "科尔沁区新冠肺炎疫情防控指挥部",
                        OrganizationKind.COMMAND,
                        OrganizationLevel.COUNTY,
                        new DivisionCode("150502"),
                        null,
                        null,
                        null,
                        null)));
        return organizations;
    }

    /** Nobody is suspended. */
    @Bean
    Standings standings() {
        return mock(Standings.class);
    }

    @Bean
    Officers officers() {
        Officers officers = mock(Officers.class);
        when(officers.inGroup(any()))
                .thenReturn(List.of(
                        new Officer("150502.officer", "排查专班", "150502", Set.of(Role.OFFICER), true, null),
                        new Officer("150502.second", "网格员甲", "150502", Set.of(Role.OFFICER), true, null)));
        return officers;
    }

    @Bean
    Actors actors() {
        Actors actors = mock(Actors.class);
        when(actors.byUsername(any())).thenReturn(ACTOR);
        return actors;
    }

    @Bean
    Wording wording() {
        Wording wording = mock(Wording.class);
        when(wording.of(any(), any())).thenAnswer(call -> call.getArgument(0));
        when(wording.fill(any(), any(), any())).thenAnswer(call -> call.getArgument(0));
        when(wording.officerName(any())).thenReturn("排查专班");
        return wording;
    }

    @Bean
    Journal journal() {
        Journal journal = mock(Journal.class);
        when(journal.about(anyString(), any()))
                .thenReturn(List.of(
                        entry(2, "提醒：距截止两小时", NOW.minusSeconds(4700)),
                        entry(1, "导入 线索.xlsx：新增 11，未变 186，退回 3", NOW.minusSeconds(7000))));
        return journal;
    }

    private static JournalEntryView entry(long sequence, String text, Instant at) {
        return new JournalEntryView(sequence, at, at, "system", text, "duty", "x", null, "150502", Map.of());
    }

    @Bean
    WorkItems workItems() {
        WorkItems items = mock(WorkItems.class);
        List<WorkItem> open = open();
        when(items.mine(any(), any(), any())).thenReturn(new WorkPage(open, null));
        when(items.group(any(), any(), any())).thenReturn(new WorkPage(open, "next"));
        when(items.done(any(), any(), any())).thenReturn(new WorkPage(List.of(item(9, "签收通知", 600, NOW)), null));
        when(items.counts(any())).thenReturn(new WorkCounts(12, 1041, 1, 2));
        when(items.require(anyString(), any())).thenAnswer(call -> {
            String id = call.getArgument(0);
            return open.stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("task"));
        });
        return items;
    }

    static List<WorkItem> open() {
        return new ArrayList<>(List.of(
                item(1, "补录现住址并送达居家隔离告知书", -4320, null),
                item(2, "上报当日新增“四类人员”", 2537, null),
                item(3, "核对导入冲突 3 条", 3240, null),
                item(4, "领导签发：存量排查报告补充件第 2 号", 12020, null),
                item(5, "某综合医院院感督查：现场检查", 240000, null)));
    }

    static WorkItem item(int number, String name, long seconds, @Nullable Instant completedAt) {
        return new WorkItem(
                "task-" + number,
                "duty",
                UUID.nameUUIDFromBytes(new byte[] {(byte) number}),
                "Task_" + number,
                number == 5 ? null : "report",
                name,
                "通防指发〔2020〕18号 青岛关联人员排查管控",
                number % 2 == 0 ? "第 3 日 · 待报 14 人，昨日 9 人" : "",
                new UUID(0, 1),
                number == 5 ? "五(二)" : "三(三)",
                "150502",
                number == 1 ? "科尔沁区示例街道办事处" : "科尔沁区指挥部",
                new DivisionCode("150502"),
                null,
                "150502/OFFICER",
                number == 3 ? null : "150502.officer",
                number == 3 ? null : "排查专班",
                NOW.plusSeconds(seconds),
                NOW.minusSeconds(90000),
                completedAt,
                false);
    }

    @Bean
    Claims claims() {
        Claims claims = mock(Claims.class);
        when(claims.bulkClaim(any(), any())).thenAnswer(call -> results(call.getArgument(0)));
        when(claims.assign(any(), any(), any())).thenAnswer(call -> results(call.getArgument(0)));
        return claims;
    }

    private static List<RowResult> results(List<String> ids) {
        return ids.stream()
                .map(id -> new RowResult(
                        id, id.equals("task-3") ? Fault.at(id, "fault.worklist.otherGroup", "网格员甲") : null))
                .toList();
    }

    @Bean
    Tasks tasks(ObjectMapper json) {
        Tasks tasks = mock(Tasks.class);
        when(tasks.open(anyString(), any())).thenAnswer(call -> {
            String id = call.getArgument(0);
            if (id.startsWith("form-")) {
                return aForm(id.substring(5), json);
            }
            int number = Integer.parseInt(id.substring(5));
            return new OpenTask(
                    item(number, number == 5 ? "现场检查" : "上报当日新增“四类人员”", 2537, number == 9 ? NOW : null),
                    number == 5 ? null : json.readTree(Stage.class.getResourceAsStream("/stage/report.form")),
                    Map.of("newPersons", 14, "note", "2 人今晨由外地返回，已联系属地社区 </script>", "date", "2020-10-15"),
                    NOW.minusSeconds(60),
                    number < 6,
                    new TaskContext(
                            "存量排查于 10 月 12 日 21 时前完成并报告；此后每日 18 时前报告当日新增人员。",
                            "/duties/x",
                            List.of(
                                    new TaskContext.Step(
                                            "chip.duty.RECEIVED",
                                            TaskContext.Progress.DONE,
                                            NOW.minusSeconds(30000),
                                            "排查专班"),
                                    new TaskContext.Step("chip.duty.IN_PROGRESS", TaskContext.Progress.NOW, null, null),
                                    new TaskContext.Step(
                                            "chip.duty.SUBMITTED", TaskContext.Progress.AHEAD, null, null)),
                            List.of(
                                    new TaskContext.Fact("work.column.assignee", "排查专班", null),
                                    new TaskContext.Fact("work.column.left", NOW.plusSeconds(2537), "/duties/x"),
                                    new TaskContext.Fact(
                                            "work.column.task",
                                            new TaskContext.TextKey("chip.timeliness.PENDING"),
                                            null)),
                            List.of("x")),
                    List.of());
        });
        when(tasks.saveDraft(anyString(), any(), any())).thenReturn(NOW);
        doAnswer(call -> {
                    Map<String, Object> values = call.getArgument(1);
                    if ("ok".equals(values.get("note"))) {
                        return null;
                    }
                    throw new FaultsException(List.of(
                            Fault.at("isolated", "fault.form.max", "其中已送达隔离", 14),
                            Fault.at("category", "fault.form.required", "类别")));
                })
                .when(tasks)
                .complete(anyString(), any(), any());
        return tasks;
    }

    /** A task on one of the application's own forms, without any values. */
    private static OpenTask aForm(String form, ObjectMapper json) throws IOException {
        return new OpenTask(
                item(1, form, 2537, null),
                json.readTree(Path.of("forms", form + ".form").toFile()),
                Map.of(),
                null,
                true,
                new TaskContext(null, "/duties/x", List.of(), List.of(), List.of()),
                List.of());
    }

    @Bean
    NavigationEntry duties() {
        return entry("duties", 30, 63, false);
    }

    @Bean
    NavigationEntry cases() {
        return entry("cases", 40, 1284, false);
    }

    @Bean
    NavigationEntry reports() {
        return entry("reports", 50, 0, false);
    }

    @Bean
    NavigationEntry board() {
        return entry("board", 130, 0, false);
    }

    @Bean
    NavigationEntry inbox() {
        return entry("messages", 900, 3, true);
    }

    private static NavigationEntry entry(String id, int order, long count, boolean top) {
        return new NavigationEntry() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String href() {
                return "/" + id;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public long count(Actor actor) {
                return count;
            }

            @Override
            public boolean inTopBar() {
                return top;
            }
        };
    }

    /** Signed in, unless the address asks for nobody; with the policy of the real application. */
    @Bean
    FilterRegistrationBean<Filter> signedIn() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            if (request.getParameter("nobody") == null) {
                SecurityContextHolder.setContext(new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated("150502.officer", "", List.of())));
            }
            ((HttpServletResponse) response)
                    .setHeader("Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    WebMvcConfigurer actorArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == Actor.class;
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            @Nullable ModelAndViewContainer container,
                            NativeWebRequest request,
                            @Nullable WebDataBinderFactory binders) {
                        return ACTOR;
                    }
                });
            }
        };
    }

    @Controller
    @TestComponent
    static class OtherPages {

        @GetMapping("/login")
        String login(Model model) {
            model.addAttribute("demo", true);
            return "login";
        }

        @GetMapping("/stage/parts")
        String parts(Model model) {
            model.addAttribute("now", NOW);
            model.addAttribute("items", new ItemPage<>(List.of(1, 2, 3), 312, 1, 50));
            return "stage/parts";
        }

        @GetMapping("/stage/model")
        String model() {
            return "stage/model";
        }

        @GetMapping(path = "/stage/duty.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
        @ResponseBody
        byte[] bpmn() throws IOException {
            return Files.readAllBytes(Path.of("bpmn/duty.bpmn"));
        }

        @GetMapping("/stage/error/{code}")
        String error(@PathVariable String code, Model model) {
            if (code.equals("422")) {
                model.addAttribute("faults", List.of(Fault.at("due", "fault.form.required", "截止时间")));
            }
            return "error/" + code;
        }

        @GetMapping("/stage/denied")
        String denied() {
            throw new AccessDeniedException("");
        }

        @ExceptionHandler(AccessDeniedException.class)
        @ResponseStatus(HttpStatus.FORBIDDEN)
        String handle() {
            return "error/403";
        }
    }
}
