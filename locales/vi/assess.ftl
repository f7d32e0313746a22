# Messages of the room assess. Each has a sentence, .hint (what to do) and, for findings, .explain.

period-without-term = Không có nhiệm kỳ nào bao trùm { $period }
    .hint = Các nhiệm kỳ hiện có: { $terms }; hãy thêm tệp của nhiệm kỳ trong thư mục `terms/` hoặc chọn kỳ báo cáo khác
    .explain = Báo cáo được lập theo nghị quyết có hiệu lực vào ngày cuối của kỳ báo cáo, vì vậy phải có một nhiệm kỳ bao trùm ngày đó. Quý có ngày đại hội thuộc nhiệm kỳ mới.

result-twice = Chỉ tiêu `{ $target }` có hai số liệu khác nhau của { $period }: `{ $first }` và `{ $second }`
    .hint = Giữ lại một số liệu; số liệu kia ở { $first-place }
    .explain = Với mỗi chỉ tiêu, mỗi tổ chức và mỗi kỳ chỉ được có một số liệu. Khi có hai số liệu khác nhau, chương trình dùng số liệu đứng trước theo tên tệp và dòng, đồng thời nêu cả hai để văn phòng quyết định.

result-base-differs = Số liệu `{ $value }` của chỉ tiêu `{ $target }` ({ $period }) tính trên `{ $given }`, còn nghị quyết tính trên `{ $base }`
    .hint = Tính lại số liệu theo đúng mẫu số của chỉ tiêu, hoặc sửa `base` của chỉ tiêu
    .explain = Tỷ lệ chỉ so sánh được khi cùng mẫu số. Mẫu số là một phần của chỉ tiêu (ví dụ tổng số đảng viên đầu nhiệm kỳ), chương trình không tự quy đổi. Số liệu khác mẫu số không được đưa vào báo cáo.

result-without-base = Số liệu `{ $value }` của chỉ tiêu `{ $target }` ({ $period }) là số lượng, nhưng chỉ tiêu tính theo tỷ lệ mà chưa có mẫu số
    .hint = Ghi số liệu dạng `số đạt/tổng số` hoặc kèm `%`, hoặc thêm giá trị `base` cho chỉ tiêu
    .explain = Muốn so một số lượng với chỉ tiêu tính bằng phần trăm thì phải biết mẫu số. Chương trình không tự suy ra mẫu số, nên số liệu này chưa được dùng.

result-wrong-kind = Số liệu `{ $value }` không dùng được cho chỉ tiêu `{ $target }` ({ $period }), đơn vị tính là `{ $unit }`
    .hint = Ghi số liệu theo đơn vị tính của chỉ tiêu
    .explain = Số liệu phải cùng loại với chỉ tiêu: số lượng, tỷ lệ phần trăm, có hoặc không, hay mức xếp loại. Số liệu khác loại không được đưa vào báo cáo.

rating-without-scale = Chỉ tiêu `{ $target }` chưa có thang xếp loại nên không đánh giá được mức `{ $value }` ({ $period })
    .hint = Thêm `rating` với thang xếp loại và mức thấp nhất được tính cho chỉ tiêu
    .explain = Mức xếp loại bằng chữ chỉ được tính khi chỉ tiêu nêu rõ thang xếp loại và mức thấp nhất được tính là đạt.

rating-not-in-scale = Mức `{ $value }` của chỉ tiêu `{ $target }` ({ $period }) không có trong thang xếp loại của chỉ tiêu
    .hint = Các mức của thang: { $scale }
    .explain = Các thang xếp loại trước năm 2018 và từ năm 2018 khác nhau. Chương trình không tự quy đổi giữa các thang, nên số liệu này chưa được dùng.

organisations-not-addable = Không cộng được số liệu của các tổ chức cho chỉ tiêu `{ $target }` ({ $period })
    .hint = Ghi số liệu của từng tổ chức dạng `số đạt/tổng số` thay cho tỷ lệ phần trăm
    .explain = Tỷ lệ phần trăm của từng tổ chức có mẫu số khác nhau nên không cộng hoặc lấy trung bình được. Cần số đạt và tổng số của từng tổ chức, hoặc số liệu chung của toàn Đảng bộ.

total-differs = Tổng số ghi trong tệp của chỉ tiêu `{ $target }` ({ $period }) là `{ $stated }`, còn cộng số liệu của { $count } tổ chức được `{ $sum }`
    .hint = Kiểm tra lại số liệu của các tổ chức và tổng số; báo cáo dùng số cộng từ các tổ chức
    .explain = Khi tất cả tổ chức đã gửi số liệu, tổng số phải bằng số cộng của các tổ chức. Nếu khác nhau, báo cáo dùng số cộng và nêu cả hai số ở đây.

parts-exceed-total = Số liệu của { $count } tổ chức cho chỉ tiêu `{ $target }` ({ $period }) cộng lại được `{ $sum }`, lớn hơn tổng số `{ $stated }`
    .hint = Kiểm tra lại tổng số; báo cáo vẫn dùng tổng số vì chưa đủ số liệu của các tổ chức
    .explain = Khi mới có số liệu của một phần các tổ chức thì số cộng không thể lớn hơn tổng số của toàn Đảng bộ.

comparison-refused = Không so sánh chỉ tiêu `{ $target }` với { $period } thuộc { $term }, vì { $why ->
        [unit] đơn vị tính hoặc cách tính
        [scale] thang xếp loại
       *[base] mẫu số
    } khác nhau
    .hint = Không cần làm gì; nếu hai chỉ tiêu thực ra giống nhau, hãy ghi chúng như nhau trong tệp của hai nhiệm kỳ
    .explain = Hai số liệu chỉ được so sánh khi cùng đơn vị tính, cùng thang xếp loại, cùng mẫu số và cùng phạm vi. Nếu không, báo cáo để trống thay vì đưa ra một so sánh sai.

comparison-scope-differs = Không so sánh chỉ tiêu `{ $target }` ({ $period }) với { $before }, vì số liệu được cộng từ các tổ chức khác nhau: { $now } và { $then } tổ chức
    .hint = Bổ sung số liệu của các tổ chức còn thiếu, hoặc ghi tổng số của toàn Đảng bộ
    .explain = Khi hai kỳ không có cùng các tổ chức gửi số liệu thì mức tăng, giảm có thể chỉ do thiếu số liệu. Báo cáo để trống thay vì đưa ra một so sánh sai.

about-without-tolerance = Chỉ tiêu `{ $target }` là khoảng `{ $goal }` nhưng chưa nêu mức chênh lệch được chấp nhận; chương trình lấy `{ $tolerance }`
    .hint = Thêm `tolerance` cho chỉ tiêu nếu văn phòng có quy ước khác
    .explain = Với chỉ tiêu có chữ “khoảng” hoặc “gần”, kết quả thấp hơn một chút vẫn được coi là đạt. Khi chưa nêu mức chênh lệch, chương trình lấy 5% giá trị của chỉ tiêu và in mức đó trong phụ lục.

target-without-source = Chỉ tiêu `{ $target }` chưa ghi nguồn
    .hint = Thêm `source` với tên văn bản, hoặc bài báo và câu dẫn
    .explain = Mỗi chỉ tiêu phải dẫn được về nghị quyết hoặc bài báo đã nêu nó, để người đọc báo cáo kiểm tra lại được.

base-differs-from-members = Mẫu số `{ $base }` của chỉ tiêu `{ $target }` khác số đảng viên của các tổ chức ngày { $date } là `{ $sum }`
    .hint = Kiểm tra lại mẫu số của chỉ tiêu hoặc số đảng viên trong `organisations.yaml`
    .explain = Mẫu số của chỉ tiêu là số đảng viên tại một ngày, nên phải bằng tổng số đảng viên của các tổ chức có vào ngày đó.

parts-differ-from-period = Số liệu { $period } của chỉ tiêu `{ $target }` là `{ $whole }`, không khớp với các kỳ trong đó: `{ $parts }`
    .hint = Kiểm tra lại số liệu của từng quý và của cả kỳ; báo cáo dùng số liệu của cả kỳ
    .explain = Số liệu của năm, 6 tháng hoặc 9 tháng phải bằng tổng số liệu các quý; với số liệu tại một thời điểm thì phải bằng số liệu của quý cuối.

cumulative-decreases = Số lũy kế của chỉ tiêu `{ $target }` giảm từ `{ $was }` ({ $earlier }) xuống `{ $value }` ({ $period }){ $scope ->
        [bloc] {""}
       *[organisation] , tại { $organisation }
    }
    .hint = Ghi số lũy kế từ đầu nhiệm kỳ đến hết kỳ, không ghi số phát sinh trong kỳ
    .explain = Chỉ tiêu loại `cumulative` ghi số lũy kế từ đầu nhiệm kỳ, nên kỳ sau không thể nhỏ hơn kỳ trước. Nếu muốn ghi số phát sinh trong từng kỳ, hãy dùng loại `flow`.

whole-differs-from-organisations = Số liệu `{ $value }` của chỉ tiêu `{ $target }` ({ $period }) tính trên tổng số khác với `{ $count }` tổ chức cơ sở đảng trong danh sách
    .hint = Kiểm tra lại tổng số, hoặc ngày thành lập, hợp nhất của các tổ chức trong `organisations.yaml`
    .explain = Chỉ tiêu tính trên tổng số tổ chức cơ sở đảng, nên tổng số trong số liệu phải bằng số tổ chức có vào ngày cuối kỳ. Có thể có lý do chính đáng, ví dụ tổ chức mới thành lập chưa được xếp loại, nên đây chỉ là cảnh báo.

excellent-over-cap = Trong `{ $well }` tổ chức được xếp loại tốt trở lên ({ $period }) có `{ $excellent }` tổ chức xếp mức cao nhất, bằng `{ $share }%`, vượt mức `{ $cap }%` (quy định: { $rule })
    .hint = Đối chiếu với quy định về tỷ lệ hoàn thành xuất sắc; mẫu số có thể khác nhau tùy quy định
    .explain = Quy định về đánh giá, xếp loại giới hạn tỷ lệ tổ chức đảng, đảng viên hoàn thành xuất sắc nhiệm vụ, thường là 20% trong số được xếp loại hoàn thành tốt trở lên. Cách lấy mẫu số khác nhau giữa các quy định nên đây chỉ là cảnh báo.

scale-not-in-force = Thang xếp loại theo { $scale } của chỉ tiêu `{ $target }` không có hiệu lực trong { $period }
    .hint = Kiểm tra thời hạn của thang xếp loại trong `office.yaml`, hoặc thang mà chỉ tiêu dùng
    .explain = Thang xếp loại có thời hạn hiệu lực. Xếp loại của một năm phải theo thang có hiệu lực vào cuối năm đó.

illustrative-values = Có { $count } số liệu minh họa trong các tệp { $files }
    .hint = Thay bằng số liệu thật trước khi trình ký
    .explain = Số liệu có `source: illustrative` không lấy từ nguồn nào mà được đặt ra để minh họa. Báo cáo có số liệu như vậy sẽ ghi rõ điều đó.

value-jumps = { $kind ->
        [change] Mức tăng của số lũy kế
       *[value] Số liệu
    } { $period } của chỉ tiêu `{ $target }`{ $scope ->
        [bloc] {""}
       *[organisation] , { $organisation },
    } khác hẳn các quý trước: `{ $value }`, trung vị của { $kind ->
        [change] mức tăng
       *[value] số liệu
    } các quý trước là `{ $median }`
    .hint = Kiểm tra lại số liệu tại nguồn; nếu đúng thì ghi chú lý do trong `note`
    .explain = Phép thử: điểm z cải biên của Iglewicz và Hoaglin. Một số liệu được nêu khi cách trung vị các quý trước quá 3,5 lần độ lệch tuyệt đối trung vị (MAD × 1,4826). Cần ít nhất 5 quý trước đó; thang đo ít nhất bằng một phần mười trung vị, với số lượng thì ít nhất bằng căn bậc hai của số trung bình cộng 1 và phải lệch quá 5.

organisation-not-existing = `{ $organisation }` có số liệu của { $period }, khi tổ chức này chưa thành lập hoặc đã kết thúc hoạt động
    .hint = Kiểm tra `valid` của tổ chức trong `organisations.yaml`; tổ chức kế thừa: { $successor }
    .explain = Mỗi tổ chức có ngày bắt đầu và ngày kết thúc. Khi hợp nhất hoặc đổi tên, số liệu được tính tiếp cho tổ chức kế thừa.

members-unknown = Chưa có số đảng viên đến ngày { $date } của { $count } tổ chức: { $names }
    .hint = Thêm `members` cho các tổ chức này; khi chưa đủ, báo cáo không nêu tổng số đảng viên
    .explain = Tổng số đảng viên chỉ được nêu khi mọi tổ chức đều có số đảng viên, vì cộng thiếu sẽ thành một số sai.

result-missing = Chưa có số liệu { $period } của chỉ tiêu `{ $target }`
    .hint = Thêm số liệu vào tệp của kỳ trong thư mục `results/`
    .explain = Báo cáo vẫn được lập và ghi “chưa có số liệu” cho chỉ tiêu này.

result-stale = Chỉ tiêu `{ $target }` chưa có số liệu { $period }; số liệu gần nhất là của { $last }
    .hint = Thêm số liệu vào tệp của kỳ trong thư mục `results/`
    .explain = Báo cáo nêu số liệu gần nhất kèm kỳ của nó, nhưng không dùng số cũ để đánh giá kỳ này.

quarters-missing = Chỉ tiêu `{ $target }` thiếu số liệu của { $count } quý trước: { $quarters }
    .hint = Thêm số liệu các quý đó, hoặc một số liệu của cả năm
    .explain = Số lũy kế được cộng từ các quý nên khi thiếu quý thì chỉ là mức tối thiểu. Chỉ tiêu chỉ được đánh giá khi phần còn thiếu không làm thay đổi kết luận.

organisations-silent = { $count }/{ $total } tổ chức chưa gửi số liệu { $period }: { $names }
    .hint = Đôn đốc các tổ chức gửi số liệu; báo cáo nêu các tổ chức này trong phụ lục
    .explain = Có tổ chức đã gửi số liệu của kỳ này, còn các tổ chức được nêu tên thì chưa gửi số liệu nào.

organisations-silent-on-target = { $count } tổ chức đã gửi số liệu { $period } nhưng thiếu chỉ tiêu `{ $target }`: { $names }
    .hint = Đề nghị các tổ chức bổ sung số liệu; nếu không phát sinh thì ghi `0`
    .explain = Các tổ chức này đã gửi số liệu của chỉ tiêu khác. Để trống không có nghĩa là bằng không, vì vậy cần ghi rõ.

article-differs-from-result = Bài báo ghi “{ $phrase }”, còn số liệu { $period } của chỉ tiêu `{ $target }` là `{ $result }` ({ $place })
    .hint = Đối chiếu hai nguồn; nếu bài báo sai, hãy loại hoặc sửa số liệu trong tệp `.review.yaml`
    .explain = Hai nguồn nói về cùng một chỉ tiêu và cùng một kỳ nhưng không khớp nhau. Chương trình không tự chọn: báo cáo dùng số liệu của văn phòng và nêu cả hai ở đây.

result-before-its-time = Bài báo đăng ngày { $date } nêu kết quả “{ $phrase }” của { $period }, là kỳ chưa bắt đầu
    .hint = Kiểm tra ngày đăng và kỳ của số liệu; đây có thể là kế hoạch chứ chưa phải kết quả
    .explain = Kết quả không thể có trước khi kỳ bắt đầu. Thường là đọc nhầm ngày của trang báo, hoặc nhầm kế hoạch với kết quả.

figure-outside-period = Số liệu “{ $phrase }” là của { $of }, không thuộc { $period }
    .hint = Không dùng số liệu này làm kết quả của kỳ báo cáo
    .explain = Bài báo trong kỳ có thể nhắc lại kết quả của kỳ khác. Số liệu đó không được tính là kết quả của kỳ này.

# What `baocao check` and `baocao explain` say.

check-nothing = Không thấy sai sót nào
check-errors = Lỗi ({ $count }), phải sửa thì mới lập được báo cáo:
check-warnings = Cảnh báo ({ $count }), có thể sai:
check-notes = Lưu ý ({ $count }):
check-sum = Tổng cộng: { $error } lỗi, { $warning } cảnh báo, { $note } lưu ý

explain-unknown = Không có mã thông báo `{ $code }`
    .hint = Mã thông báo in trong ngoặc vuông của mỗi thông báo
explain-unknown-like = Không có mã thông báo `{ $code }`
    .hint = Có phải `{ $meant }`?
